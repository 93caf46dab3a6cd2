import { render, sql, type Sql, type Work } from '@lianxue/persistence';
import type { Period } from '../collecting/period.entity.js';
import { recount } from './summary.js';
import { unitsOf, type Asking } from './units.js';

interface Moved {
  readonly seq: string;
  readonly authority: string;
  readonly from: string;
  readonly division: string;
  readonly kind: string;
}

/** What counts of units that stand elsewhere now. */
export const movedIn = (period: Asking): Sql => sql`
  select c.seq, u.authority, c.authority as "from", u.division, u.kind
  from contribution c join (${unitsOf(period)}) u on u.unit = c.organisation
  where c.period = ${period.id} and c.replaced_by is null and u.authority is not null
    and (c.authority, c.division_code, c.kind) is distinct from (u.authority, u.division, u.kind) order by c.seq`;

/** Lets what counts of units that moved count where they stand now. The period's row must be locked, so that no approval comes between. */
export async function regroup(period: Period, work: Work): Promise<void> {
  const { text, values } = render(movedIn(period));
  const moved = await work.query<Moved>(text, values);
  if (moved.length === 0) return;
  await work.query(
    `update contribution set replaced_by = nextval(pg_get_serial_sequence('contribution', 'seq')) where seq = any($1::bigint[])`,
    [moved.map(({ seq }) => seq)],
  );
  await work.query(
    `insert into contribution (period, organisation, authority, division_code, kind, form, figures)
     select c.period, c.organisation, m.authority, m.division, m.kind, c.form, c.figures
     from jsonb_to_recordset($1::jsonb) as m (seq bigint, authority uuid, division text, kind text) join contribution c on c.seq = m.seq order by c.seq`,
    [JSON.stringify(moved)],
  );
  for (const authority of [...new Set(moved.flatMap(({ authority: to, from }) => [to, from]))].sort())
    await recount(period, authority, work);
}
