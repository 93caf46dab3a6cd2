import { holdingFacts } from '@lianxue/contracts';
import { newId, sql, takeTurn, type Work } from '@lianxue/persistence';
import type { OrderDelivery } from '../orders/order-delivery.entity.js';
import { OrderTitle } from '../orders/order-title.entity.js';
import { Holding } from './holding.entity.js';
import { move, turnOf } from './ledger.js';

/** What arrived in good order is in stock from that moment on, in the commit that counted it: nobody enters it a second time. */
export async function stock({ id, organisation, lines }: OrderDelivery, at: Date, work: Work): Promise<void> {
  const come = lines.filter(({ received }) => (received ?? 0) > 0);
  if (come.length === 0) return;
  await takeTurn(work, turnOf(organisation));
  const titles = await work.all(OrderTitle, sql`t.id = any(${come.map(({ title }) => title)}::uuid[])`);
  for (const { title, received } of come) {
    const [held] = await work.all(Holding, sql`t.organisation = ${organisation} and t.order_title = ${title}`, 1);
    const holding =
      held ??
      (await work.insert(
        holdingOf(
          titles.find((each) => each.id === title)!,
          organisation,
        ),
        holdingFacts.entered,
      ));
    await move(holding, [{ kind: 'received', copies: received!, because: 'order', cause: id }], at, work);
  }
}

const holdingOf = ({ id, name, kind, publisher, scheme, code, stage, subject, grades }: OrderTitle, organisation: string): Holding =>
  Object.assign(new Holding(), {
    ...{ id: newId(), organisation, orderTitle: id, kind: kind === 'printed' ? 'book' : 'audiovisual', medium: kind, place: null },
    ...{ name, publisher, code: { scheme, value: code }, stage, subject, grades },
  });
