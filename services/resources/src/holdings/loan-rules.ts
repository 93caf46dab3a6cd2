import { assertThat, LoanNotOffered, LoanOverdueBefore, LoanOverLimit, LoanShareUsed, type HoldingOffer } from '@lianxue/contracts';
import type { Work } from '@lianxue/persistence';
import type { Holding } from './holding.entity.js';
import type { Loan } from './loan.entity.js';

/** Copies that a loan keeps from others. */
const held = 'sum(copies - returned - lost)';

/** Refuses unless the holding is shared with this borrower, who has no more of it than the terms allow and owes nothing overdue. */
export async function holdToOffer(
  { id, borrower, copies }: Loan,
  { id: holding, offer }: Holding,
  { waiting, today }: { readonly waiting: boolean; readonly today: string },
  work: Work,
): Promise<HoldingOffer> {
  const within = await work.query(
    'select 1 from organisation o join organisation top on o.path <@ top.path where o.id = $1 and top.id = $2',
    [borrower, offer?.within],
  );
  assertThat(offer !== null && within.length > 0, LoanNotOffered);
  const [own] = await work.query<{ has: number | null; overdue: number }>(
    `select (${held} filter (where holding = $2 and id <> $3 and (status in ('agreed', 'lent') or $5 and status = 'requested')))::int as has,
       (count(*) filter (where status = 'lent' and due < $4::date))::int as overdue from loan where borrower = $1`,
    [borrower, holding, id, today, waiting],
  );
  assertThat(own!.overdue === 0, LoanOverdueBefore, { count: own!.overdue });
  const has = own!.has ?? 0;
  assertThat(has + copies <= offer.most, LoanOverLimit, { most: offer.most, has });
  return offer;
}

/** Refuses to lend more of a holding at a time than is shared. */
export async function holdToShare({ id, holding, copies }: Loan, offer: HoldingOffer, work: Work): Promise<void> {
  const [lent] = await work.query<{ has: number | null }>(
    `select ${held}::int as has from loan where holding = $1 and id <> $2 and status in ('agreed', 'lent')`,
    [holding, id],
  );
  const has = lent!.has ?? 0;
  assertThat(has + copies <= offer.copies, LoanShareUsed, { copies: offer.copies, has });
}
