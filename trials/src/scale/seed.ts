import pg from 'pg';

/** How many of each the directory of a province has. */
export interface Size {
  readonly counties: number;
  readonly schoolsPerCounty: number;
  readonly pupilsPerSchool: number;
}

/** Somewhere to ask from: a county in the middle, a school in it, and a pupil whose whole name is known. */
export interface Seeded {
  readonly county: string;
  readonly school: string;
  readonly name: string;
  readonly organisations: number;
  readonly people: number;
}

const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范';
const given =
  '子涵浩宇欣怡梓轩雨桐思远明月文博佳琪晨曦嘉懿一诺俊杰诗涵宇航可馨若汐泽楷奕辰沐阳静怡雅婷志强国庆建军春花秋实冬梅夏至山川江河';

/** The paths and rows of a directory, written set by set; what the figures are about is reading it. */
const statements = ({ counties, schoolsPerCounty, pupilsPerSchool }: Size, city: string): string[] => [
  `create temporary table place as
   select gen_random_uuid() as id, '${city}'::uuid as parent, 'county' as kind, 's' || c || '县教育局' as name, c as county, 0 as school
   from generate_series(1, ${counties}) c`,
  `insert into place select gen_random_uuid(), p.id, 'school', p.county || '县第' || s || '中心小学', p.county, s
   from place p, generate_series(1, ${schoolsPerCounty}) s`,
  `insert into organisation_record (id, version, organisation, created_at, updated_at, parent, kind, name, former_names, state)
   select id, 1, id, now(), now(), parent, kind, name, '{}', 'open' from place order by school`,
  `insert into organisation (id, parent, version, kind, name, path)
   select p.id, p.parent, 1, p.kind, p.name,
     (select path from organisation where id = '${city}') ||
     case when p.kind = 'county' then replace(p.id::text, '-', '') else replace(p.parent::text, '-', '') || '.' || replace(p.id::text, '-', '') end
   from place p`,
  `insert into organisation_name (organisation, why, name, folded, keys, rules) select id, 'name', name, name, '{}', 0 from place`,
  `insert into organisation_history (id, version, organisation, created_at, updated_at, parent, kind, name, former_names, state, valid_from)
   select gen_random_uuid(), 1, id, now(), now(), parent, kind, name, '{}', 'open', current_date from place`,
  `create temporary table pupil as
   select gen_random_uuid() as id, p.id as school, n,
     substr('${surnames}', 1 + floor(random() * ${surnames.length})::int, 1) ||
     substr('${given}', 1 + floor(random() * ${given.length})::int, 1) || substr('${given}', 1 + floor(random() * ${given.length})::int, 1) as name
   from place p, generate_series(1, ${pupilsPerSchool}) n where p.kind = 'school'`,
  `insert into person (id, version, organisation, created_at, updated_at, name, kinds, id_type, id_number_sealed, id_number_lookup, closed)
   select id, 1, school, now(), now(), name, '{pupil}', '1', 'seeded', encode(sha256(id::text::bytea), 'hex'), false from pupil`,
  `insert into post (id, version, organisation, created_at, updated_at, person, role, about, since, ended)
   select gen_random_uuid(), 1, school, now(), now(), id, 'pupil', array[id], '2026-09-01', false from pupil`,
  'analyze',
];

/** Fills identity's own tables, as the service's role but without its limit on the length of transactions. */
export async function seed(databaseUrl: string, city: string, size: Size): Promise<Seeded> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await client.query('set transaction_timeout = 0');
    await client.query('set statement_timeout = 0');
    for (const statement of statements(size, city)) await client.query(statement);
    const middle = Math.ceil(size.counties / 2);
    const { rows } = await client.query<{ county: string; school: string; name: string }>(
      `select c.id as county, s.id as school, u.name from place c join place s on s.parent = c.id join pupil u on u.school = s.id
       where c.county = $1 limit 1`,
      [middle],
    );
    const counted = await client.query<{ organisations: number; people: number }>(
      'select (select count(*)::int from organisation_record) as organisations, (select count(*)::int from person) as people',
    );
    return { ...rows[0]!, ...counted.rows[0]! };
  } finally {
    await client.end();
  }
}

/** Whole readings of these tables so far: a question that stays on indexes adds none. */
export async function wholeReadings(databaseUrl: string): Promise<Record<string, number>> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    // What a backend counted is told after a while; asked for by force, since this is not a moment to wait.
    await client.query('select pg_stat_force_next_flush(), pg_stat_clear_snapshot()');
    const { rows } = await client.query<{ relname: string; seq_scan: string }>(
      `select relname, seq_scan from pg_stat_user_tables where schemaname = 'identity'
         and relname in ('organisation_record', 'organisation', 'organisation_name', 'person', 'post')`,
    );
    return Object.fromEntries(rows.map(({ relname, seq_scan }) => [relname, Number(seq_scan)]));
  } finally {
    await client.end();
  }
}
