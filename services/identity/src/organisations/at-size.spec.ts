import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { openIdentity, type IdentityRoom } from '../identity.room.js';
import { RereadingNames } from './kept-names.js';
import { Matching } from './matching.js';
import { OrganisationSweep } from './organisation-sweep.js';
import { OrganisationRecord } from './organisation.entity.js';
import { Remembering } from './remembering.js';
import { named, standsIn } from './searching.js';

/** A province: 100 counties of 400 schools. */
const counties = 100;
const schools = 400;

/** What villages are called after. */
const signs =
  '云山青泥红旗春晖东坑石溪大岗罗湖上顿展坪龙虎凤凰金银铜铁水火土木南北西中高低长短方圆白黑蓝紫黄沙河江海洋桥路亭阁寺庙井泉林竹松柏梅兰菊桃李杏枣柳杨槐桂枫荷莲稻麦豆瓜果田园村庄墩堡关口';

let room: IdentityRoom;
let county: string;

beforeAll(async () => {
  room = await openIdentity();
  // What goes round by itself reads tables whole now and then; here every such reading counts.
  await room.get(OrganisationSweep).beforeApplicationShutdown();
  for (let nth = 1; nth <= counties; nth++) await plantCounty(nth);
  expect(await room.get(RereadingNames).run()).toBeGreaterThanOrEqual(counties * schools);
  for (const table of ['organisation_record', 'organisation_name', 'organisation_history', 'organisation'])
    await room.query(
      `begin; set local statement_timeout = 0; set local lock_timeout = 0; set local transaction_timeout = 0; analyze ${table}; commit`,
    );
  const [one] = await room.query<{ id: string }>(`select id from organisation_record where kind = 'bureau' limit 1`);
  county = one!.id;
}, 120_000);
afterAll(() => room.close());

/** A county and its schools, as 40,000 calls would have left them. */
async function plantCounty(nth: number): Promise<void> {
  await room.query(
    `with placed as (select s, gen_random_uuid() as id from generate_series(0, $1::int) s), county as (select id from placed where s = 0)
     insert into organisation_record (id, version, organisation, created_at, updated_at, parent, kind, name, former_names, division_code, state)
     select p.id, 1, p.id, now(), now(), case when p.s = 0 then $3::uuid else k.id end, case when p.s = 0 then 'bureau' else 'school' end,
       case when p.s = 0 then '第' || $2::int || '区教育局'
         else substr($4::text, 1 + (p.s * 37 + $2::int * 11) % length($4::text), 1) || substr($4::text, 1 + (p.s * 53 + $2::int * 29) % length($4::text), 1) || substr('镇乡村', 1 + p.s % 3, 1) || '第' || (p.s % 30 + 1) || '小学' end,
       '{}', (360000 + $2::int * 100 + 1)::text, 'open'
     from placed p cross join county k order by p.s`,
    [schools, nth, room.city, signs],
  );
  const mine = [String(360000 + nth * 100 + 1)];
  await room.query(
    `insert into organisation (id, parent, version, kind, name, division_code, path)
     select r.id, r.parent, 1, r.kind, r.name, r.division_code,
       root.path || case when r.parent = root.id then '' else replace(r.parent::text, '-', '') end::ltree || replace(r.id::text, '-', '')::ltree
     from organisation_record r, organisation root where root.id = $2 and r.division_code = $1`,
    [...mine, room.city],
  );
  await room.query(
    `insert into organisation_name (organisation, why, name, folded, keys, rules)
     select id, 'name', name, lower(normalize(name, NFKC)), '{}', 0 from organisation_record where division_code = $1`,
    mine,
  );
  await room.query(
    `insert into organisation_history (id, version, organisation, created_at, updated_at, parent, kind, name, former_names, division_code, state, valid_from)
     select gen_random_uuid(), 1, id, now(), now(), parent, kind, name, former_names, division_code, state, '2025-09-01'
     from organisation_record where division_code = $1`,
    mine,
  );
}

const by = (organisation: string) => room.by('systemAdmin', organisation, { operation: identity.organisations });
const list = async (organisation: string, where = sql`true`) =>
  room
    .get(Store)
    .page(OrganisationRecord, by(organisation), { where, order: [{ column: 'name' }, { column: 'id' }], limit: 20 }, ({ name }) => name);

describe('40,000 organisations', () => {
  it('are listed and searched on indexes', async () => {
    /** Telling whether a piece is frequent ends at the thousandth row that has it, which may as well be read without an index. */
    const bounded = 10_000;
    const long: string[] = [];
    const scans = async (what: string, run: () => Promise<unknown>) => {
      const before = await scanned();
      await run();
      const rows = (await scanned()) - before;
      if (rows > bounded) long.push(`${what}: ${rows} rows read by sequential scan`);
    };
    const scanned = async () => {
      await room.query('select pg_stat_force_next_flush()');
      const [row] = await room.query<{ rows: string }>(
        `select sum(seq_tup_read)::text as rows from pg_stat_all_tables where schemaname = current_schema and relname in ('organisation_record', 'organisation_name', 'organisation_history')`,
      );
      return Number(row!.rows);
    };
    await scans('a county’s list', () => list(county));
    await scans('a province’s list', () => list(room.city));
    await scans('a rare piece', async () => list(room.city, await named('云山镇第三', room.get(Store))));
    await scans('a frequent piece', async () => list(room.city, await named('小学', room.get(Store))));
    await scans('a piece within a county', async () => list(county, await named('小学', room.get(Store))));
    await scans('a territory', () => list(room.city, standsIn('360100')));
    await scans('a province by territory', () => list(room.city, standsIn('360000')));
    await scans('a match', () => room.get(Matching).match(['云山镇第3小学'], by(room.city)));
    await scans('a county on a day', () => room.get(Remembering).ofDay({ below: county, on: '2026-01-01', limit: 1000 }));
    expect(long).toEqual([]);
  });

  it('are matched with 500 names in one call', async () => {
    const names = Array.from(
      { length: 500 },
      (_, nth) =>
        [
          `${signs.slice(nth % 90, (nth % 90) + 2)}镇第${(nth % 30) + 1}小学`,
          `${signs[nth % 90]}${signs[(nth * 7) % 90]}乡${(nth % 30) + 1}小`,
          `${signs[nth % 90]}村镇小学`,
        ][nth % 3]!,
    );
    const found = await room.get(Matching).match(names, by(room.city));
    expect(found.filter(([first]) => first).length).toBeGreaterThan(100);
  }, 60_000);
});
