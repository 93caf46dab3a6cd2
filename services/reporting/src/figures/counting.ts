import { sql, type Sql } from '@lianxue/persistence';
import { longerToFillIn } from '../collecting/exceptions-in-force.js';
import type { Period } from '../collecting/period.entity.js';
import { countsIn, lineOf, unitsIn, type Scope } from './scope.js';

/** How many units of a line should report, and how far they are. */
interface Counts {
  readonly expected: number;
  readonly filled: number;
  readonly reported: number;
  readonly waiting: number;
  readonly returned: number;
  readonly approved: number;
  readonly missing: number;
  readonly onTime: number;
}

export interface CountRow extends Counts {
  /** Null in the row of the whole. */
  readonly line: string | null;
}

/** When it was submitted the first time: what was returned and came again has not become late by that. */
const firstSubmitted = sql`case when s.round = 1 then s.submitted_at else (
  select min(r.at) from review_step r where r.submission = s.id and r.decision = 'submitted') end`;

/**
 * The units of each line, and of the whole. Nothing is expected of one that has closed; what it filled in before counts. What
 * counts of a unit does so while a correction of it is under way. Whoever was given more time is in time until then.
 */
export const countsOf = (period: Period, scope: Scope): Sql => sql`
  with unit as materialized (
    select ${lineOf(scope)} as line, s.id, s.status, c.seq, ${firstSubmitted} <= greatest(${period.schoolDue}::timestamptz, more.until) as on_time
    from ${unitsIn(period, scope)} left join submission s on s.period = ${period.id} and s.organisation = x.unit
    left join (${longerToFillIn(period.id)}) more on more.id = x.unit
    left join contribution c on c.period = ${period.id} and c.organisation = x.unit and c.replaced_by is null
    where (not x.closed or s.id is not null) and ${countsIn(scope)}
  )
  select case when grouping(line) = 0 then line end as line, count(*)::int as expected, count(id)::int as filled,
    count(*) filter (where seq is not null or status not in ('draft', 'returned'))::int as reported,
    count(*) filter (where status = 'submitted')::int as waiting, count(*) filter (where status = 'returned')::int as returned,
    count(seq)::int as approved, count(*) filter (where id is null)::int as missing, count(*) filter (where on_time)::int as "onTime"
  from unit group by grouping sets ((line), ())`;
