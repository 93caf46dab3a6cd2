import type pg from 'pg';

/** How much of a province there is. */
export interface Size {
  readonly counties: number;
  readonly schools: number;
  readonly quarters: number;
}

/** Indicators of the form. */
export const indicatorCodes = Array.from({ length: 60 }, (_, index) => `i${index + 1}`);

interface Seeding {
  readonly city: string;
  /** Counties that identity knows, where the unfinished schools stand; the others are made up. */
  readonly counties: readonly string[];
  readonly periods: readonly string[];
  /** How far the first schools of each of those counties are with the last quarter. */
  readonly unfinished: { readonly status: 'draft' | 'submitted'; readonly schools: number };
}

/** A report of the last quarter that is not approved yet. */
export interface Unfinished {
  readonly id: string;
  readonly school: string;
  readonly county: string;
  /** Its place among the schools of its county, from 1. */
  readonly nth: number;
}

/** A document: whole numbers, two of them with decimals, told apart by school, indicator and quarter. */
const document = `(select jsonb_object_agg('i' || i, case when i > 58 then ((n * 31 + i * 17 + q) % 100000)::numeric / 100 else (n * 31 + i * 17 + q) % 1000 end)
  from generate_series(1, ${indicatorCodes.length}) i)`;

/** Every quarter reported and approved, but for the unfinished ones of the last; past quarters are settled. */
const statements = ({ counties, schools, quarters }: Size, { city, counties: known, periods, unfinished }: Seeding): string[] => [
  // An earlier run's schools would be expected to report to this one.
  `delete from organisation where name ~ '^第[0-9]+(学校|县)$'`,
  `create temporary table place as
   select coalesce(('{${known.join(',')}}'::uuid[])[c], gen_random_uuid()) as id, c from generate_series(1, ${counties}) c`,
  `insert into organisation (id, parent, version, kind, name, division_code, path)
   select p.id, '${city}', 1, 'county', '第' || c || '县', null, (select path from organisation where id = '${city}') || replace(p.id::text, '-', '')::ltree
   from place p where c > ${known.length}`,
  `create temporary table school as
   select gen_random_uuid() as id, p.id as county, n, (select count(*) from generate_series(1, n) m where m % ${counties} = n % ${counties}) as nth
   from generate_series(1, ${schools}) n join place p on p.c = 1 + n % ${counties}`,
  `insert into organisation (id, parent, version, kind, name, division_code, path)
   select s.id, s.county, 1, case when s.n % 5 = 0 then 'centralSchool' else 'school' end, '第' || s.n || '学校', null, c.path || replace(s.id::text, '-', '')::ltree
   from school s join organisation c on c.id = s.county`,
  `create temporary table quarter as select id::uuid, q from unnest('{${periods.join(',')}}'::uuid[]) with ordinality as p (id, q)`,
  `insert into submission (id, version, organisation, filled_by, period, form, status, round, reviewer, level, nearest, figures, words, reasons, submitted_at, decided_at, created_at, updated_at)
   select gen_random_uuid(), 1, s.id, s.id, p.id, p.form, w.status, 1, w.reviewer, case when w.reviewer is not null then 'county' end, w.reviewer, ${document}, '{}', '[]',
     case when w.reviewer is not null then p.school_due - interval '1 day' end, case when w.status = 'approved' then p.county_due end, p.opens, p.opens
   from quarter join period p on p.id = quarter.id cross join school s
   cross join lateral (
     select case when q = ${quarters} and s.county = any('{${known.join(',')}}'::uuid[]) and s.nth <= ${unfinished.schools} then '${unfinished.status}' else 'approved' end as status
   ) stands cross join lateral (select stands.status, case when stands.status <> 'draft' then s.county end as reviewer) w`,
  `insert into contribution (period, organisation, authority, division_code, kind, form, figures)
   select s.period, s.organisation, s.nearest, '', o.kind, s.form, s.figures from submission s join organisation o on o.id = s.organisation
   where s.status = 'approved' and s.period in (select id from quarter)`,
  `insert into summary (period, organisation, division_code, kind, indicator, total, units)
   select c.period, c.authority, c.division_code, c.kind, v.code, trim_scale(sum(v.value::numeric)), count(*)::int
   from contribution c cross join lateral jsonb_each(c.figures) as v(code, value) where c.period in (select id from quarter) group by 1, 2, 3, 4, 5`,
  `delete from settlement where period in (select id from quarter)`,
  `delete from expected_unit where period in (select id from quarter)`,
  `delete from past_authority where period in (select id from quarter)`,
  `insert into expected_unit (period, organisation, parent, authority, division_code, kind, closed)
   select q.id, o.id, o.parent, o.parent, '', o.kind, false from quarter q cross join school s join organisation o on o.id = s.id where q.q < ${quarters}`,
  `insert into past_authority (period, organisation, above)
   select q.id, o.id, string_to_array(o.path::text, '.')::uuid[] from quarter q cross join organisation o
   where q.q < ${quarters} and (o.id = '${city}' or o.id in (select id from place))`,
  `insert into settlement (period, as_of, settled_at) select q.id, p.last_day, now() from quarter q join period p on p.id = q.id where q.q < ${quarters}`,
  'analyze',
];

/** Fills reporting's own tables, as the service's role but without its limits on time; answers what is unfinished. */
export async function seed(client: pg.Client, size: Size, seeding: Seeding): Promise<Unfinished[]> {
  await client.query('set transaction_timeout = 0');
  await client.query('set statement_timeout = 0');
  await client.query('set lock_timeout = 0');
  for (const statement of statements(size, seeding)) await client.query(statement);
  const { rows } = await client.query<Unfinished>(
    `select s.id, s.organisation as school, o.county, o.nth::int from submission s join school o on o.id = s.organisation
     where s.period = $1 and s.status <> 'approved' order by s.id`,
    [seeding.periods.at(-1)],
  );
  return rows;
}
