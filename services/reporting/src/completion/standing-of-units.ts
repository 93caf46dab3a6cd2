import type { UnitState } from '@lianxue/contracts';
import { sql, type Sql } from '@lianxue/persistence';
import { longerToFillIn } from '../collecting/exceptions-in-force.js';
import type { Period } from '../collecting/period.entity.js';
import { authorityKinds } from '../submissions/chain.js';

/** One organisation that should report, as the statement finds it. */
export interface UnitRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly reviewer: string | null;
  readonly status: UnitState;
  readonly submission: string | null;
  readonly filledBy: string | null;
  readonly due: Date;
  readonly overdue: boolean;
}

/**
 * The organisations that should report in a period, below one organisation: of a kind that fills in and not closed, or with a
 * submission already. Each lies with the authority its submission went to first or, before that, the nearest one above it. What
 * it may still do decides whether it is overdue: an exception lengthens its time, a return gives it that of the level it came from.
 */
export const unitsOf = ({ id, organisation: authority, dataSet }: Period, scope: string, now: Date): Sql => sql`
  select u.id, u.name, u.kind, coalesce(s.nearest, case when above.kind = any(${authorityKinds}) then above.id else (
      select a.id from organisation a where a.path @> u.path and a.id <> u.id and a.kind = any(${authorityKinds}) order by nlevel(a.path) desc limit 1
    ) end) as reviewer,
    coalesce(s.status, 'notBegun') as status, s.id as submission, s.filled_by as "filledBy", w.due,
    coalesce(s.status, 'draft') in ('draft', 'returned') and w.due < ${now} as overdue
  from period p join data_set d on d.id = ${dataSet}
  join organisation top on top.id = ${scope} join organisation owner on owner.id = ${authority}
  join organisation u on u.path <@ top.path and u.path <@ owner.path and u.kind = any(d.filled_by)
  left join organisation above on above.id = u.parent
  left join submission s on s.period = p.id and s.organisation = u.id
  left join (${longerToFillIn(id)}) more on more.id = u.id
  cross join lateral (select greatest(p.school_due, more.until, case when s.status = 'returned' then case s.returned_by
    when 'county' then p.county_due when 'city' then p.city_due when 'province' then coalesce(p.province_due, p.city_due) end end) as due) w
  where p.id = ${id} and (not u.closed or s.id is not null)`;
