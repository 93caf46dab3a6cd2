import { Inject, Injectable } from '@nestjs/common';
import { NotFound, refuse, type Call, type MeasureRecount } from '@lianxue/contracts';
import { sql, Store, takeTurn } from '@lianxue/persistence';
import { recount, totalsTurn } from './totals.js';

/** Organisations counted in one transaction, which may last two seconds. */
const batch = 50;

/** The totals of an organisation and all below it anew, from what each fact counts as; it must change nothing. */
@Injectable()
export class RecountingMeasures {
  constructor(@Inject(Store) private readonly store: Store) {}

  async recount(organisation: string, call: Call): Promise<MeasureRecount> {
    if (!(await this.store.reaches(organisation, call))) throw refuse(NotFound);
    const rows = await this.store.scan<{ id: string }>(
      sql`select o.id from organisation root join organisation o on o.path <@ root.path where root.id = ${organisation} order by o.id`,
    );
    const result = { organisation, organisations: rows.length, totals: 0, changed: 0 };
    for (let at = 0; at < rows.length; at += batch) {
      const some = rows.slice(at, at + batch).map(({ id }) => id);
      const counted = await this.store.commit({ ...call, idempotencyKey: undefined }, async (work) => {
        await takeTurn(work, totalsTurn);
        return recount(some, work);
      });
      result.totals += counted.totals;
      result.changed += counted.changed;
    }
    await this.store.commit(call, async (work) => work.note('recounted', organisation, { changed: result.changed }));
    return result;
  }
}
