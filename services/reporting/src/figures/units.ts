import { sql, type Sql } from '@lianxue/persistence';
import type { Period } from '../collecting/period.entity.js';
import { authorityKinds } from '../submissions/chain.js';

/** Of a period, what tells who should report in it. */
export type Asking = Pick<Period, 'id' | 'organisation' | 'dataSet'>;

const isSettled = (period: string): Sql => sql`exists (select 1 from settlement where period = ${period})`;

/**
 * The units that should report in a period, and where each stands: `unit`, `parent`, `authority` (the nearest one above, which reviews it),
 * `division`, `kind`, `closed`. By today's tree while the period runs; by history once it is settled. With `below`, only those
 * that an organisation manages or is.
 */
export function unitsOf({ id, organisation, dataSet }: Asking, below: string = organisation): Sql {
  return sql`
    select e.organisation as unit, e.parent, e.authority, e.division_code as division, e.kind, e.closed
    from expected_unit e left join past_authority a on a.period = e.period and a.organisation = e.authority
    where e.period = ${id} and (${below} = any(a.above) or e.organisation = ${below} or e.parent = ${below})
    union all
    select u.id, u.parent, case when p.kind = any(${authorityKinds}) then p.id else (
        select a.id from organisation a where a.path @> u.path and a.id <> u.id and a.kind = any(${authorityKinds}) order by nlevel(a.path) desc limit 1
      ) end, coalesce(u.division_code, ''), u.kind, u.closed
    from organisation u left join organisation p on p.id = u.parent join data_set d on d.id = ${dataSet}
    where not ${isSettled(id)} and u.kind = any(d.filled_by) and u.path <@ (select path from organisation where id = ${organisation})
      and u.path <@ (select path from organisation where id = ${below})`;
}

/**
 * The authorities that units of a period can stand at, `below` one organisation: `organisation`, and `above`, its way from the
 * highest down to itself.
 */
export function authoritiesOf({ id, organisation }: Asking, below: string = organisation): Sql {
  return sql`
    select a.organisation, a.above from past_authority a where a.period = ${id} and ${below} = any(a.above)
    union all
    select o.id, string_to_array(o.path::text, '.')::uuid[] from organisation o
    where not ${isSettled(id)} and o.kind = any(${authorityKinds}) and o.path <@ (select path from organisation where id = ${below})`;
}
