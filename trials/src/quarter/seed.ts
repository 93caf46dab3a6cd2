import type pg from 'pg';

/** How much of a province there is. */
export interface Size {
  readonly counties: number;
  readonly schools: number;
  readonly quarters: number;
}

/** Indicators of the form. */
export const indicatorCodes = Array.from({ length: 60 }, (_, index) => `i${index + 1}`);

/** Schools of the approving county whose reports of the last quarter still wait for it. */
const waiting = 60;

interface Seeding {
  readonly city: string;
  /** Where the waiting schools stand; one that identity knows. */
  readonly county: string;
  readonly periods: readonly string[];
}

/** A document: whole numbers, two of them with decimals, told apart by school, indicator and quarter. */
const document = `(select jsonb_object_agg('i' || i, case when i > 58 then ((n * 31 + i * 17 + q) % 100000)::numeric / 100 else (n * 31 + i * 17 + q) % 1000 end)
  from generate_series(1, ${indicatorCodes.length}) i)`;

/** Every quarter reported and approved, but for the waiting schools of the last; past quarters are settled. */
const statements = ({ counties, schools, quarters }: Size, { city, county, periods }: Seeding): string[] => [
  // An earlier run's schools would be expected to report to this one.
  `delete from organisation where name ~ '^第[0-9]+(学校|县)$'`,
  `create temporary table place as
   select case when c = 1 then '${county}'::uuid else gen_random_uuid() end as id, c from generate_series(1, ${counties}) c`,
  `insert into organisation (id, parent, version, kind, name, division_code, path)
   select p.id, '${city}', 1, 'county', '第' || c || '县', null, (select path from organisation where id = '${city}') || replace(p.id::text, '-', '')::ltree
   from place p where c > 1`,
  `create temporary table school as
   select gen_random_uuid() as id, p.id as county, n, (select count(*) from generate_series(1, n) m where m % ${counties} = n % ${counties}) as nth
   from generate_series(1, ${schools}) n join place p on p.c = 1 + n % ${counties}`,
  `insert into organisation (id, parent, version, kind, name, division_code, path)
   select s.id, s.county, 1, case when s.n % 5 = 0 then 'centralSchool' else 'school' end, '第' || s.n || '学校', null, c.path || replace(s.id::text, '-', '')::ltree
   from school s join organisation c on c.id = s.county`,
  `create temporary table quarter as select id::uuid, q from unnest('{${periods.join(',')}}'::uuid[]) with ordinality as p (id, q)`,
  `insert into submission (id, version, organisation, filled_by, period, form, status, round, reviewer, level, nearest, figures, words, reasons, submitted_at, decided_at, created_at, updated_at)
   select gen_random_uuid(), 1, s.id, s.id, p.id, p.form, w.status, 1, s.county, 'county', s.county, ${document}, '{}', '[]', p.school_due - interval '1 day',
     case when w.status = 'approved' then p.county_due end, p.opens, p.opens
   from quarter join period p on p.id = quarter.id cross join school s
   cross join lateral (select case when q = ${quarters} and s.county = '${county}' and s.nth <= ${waiting} then 'submitted' else 'approved' end as status) w`,
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

/** Fills reporting's own tables, as the service's role but without its limits on time; answers the waiting submissions. */
export async function seed(client: pg.Client, size: Size, seeding: Seeding): Promise<string[]> {
  await client.query('set transaction_timeout = 0');
  await client.query('set statement_timeout = 0');
  await client.query('set lock_timeout = 0');
  for (const statement of statements(size, seeding)) await client.query(statement);
  const { rows } = await client.query<{ id: string }>(
    `select id from submission where period = $1 and status = 'submitted' and organisation in (select id from school) order by id`,
    [seeding.periods.at(-1)],
  );
  return rows.map(({ id }) => id);
}
