import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity, type AnyOperation } from '@lianxue/contracts';
import { JobRunner, Jobs } from '@lianxue/persistence';
import { until } from '@lianxue/testing';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { settledJob } from '../importing/importing.room.js';
import { Merging } from './merging.js';
import { MergingInPortions } from './merging-in-portions.js';
import { policy, term, transfer, withRows } from './merging.room.js';
import { passing, passesByRule, stays } from './passing.js';

let room: IdentityRoom;
let county: string;
let rows: ReturnType<typeof withRows>;
beforeAll(async () => {
  room = await openIdentity();
  county = await room.organisation('county', room.city, { divisionCode: '361002' });
  rows = withRows(room, () => county);
});
afterAll(() => room.close());

const school = () => room.organisation('school', county);
const merge = (id: string, into: string) =>
  room.get(Merging).merge(id, into, room.by('systemAdmin', room.city, { operation: identity.mergeOrganisation }));

const ordering = (operation: AnyOperation = identity.mergeLargeOrganisation) =>
  room.by('systemAdmin', room.city, { subject: room.administrator, operation });
const order = (organisationId: string, into: string) => room.get(MergingInPortions).order({ organisationId, into }, ordering());
const stateOf = async (id: string) =>
  (await room.query('select state, successor, parent from organisation_record where id = $1', [id]))[0] as Record<string, unknown>;

const columns = [...passing.map(({ column }) => column), ...passesByRule];
/** How many rows name the organisation in each column that passes over, as far as they live. */
async function naming(id: string): Promise<Record<string, number>> {
  const counted = await Promise.all(
    columns.map(async (column) => {
      const [table, name] = column.split('.');
      const [found] = await room.query<{ rows: number }>(`select count(*)::int as rows from ${table} where ${name} = $1`, [id]);
      return [column, found!.rows] as const;
    }),
  );
  return Object.fromEntries(counted);
}

describe('merging organisations', () => {
  it('knows of every column that names an organisation what becomes of it', async () => {
    const found = await room.query<{ name: string }>(
      `select c.table_name || '.' || c.column_name as name from information_schema.columns c
         join information_schema.tables using (table_schema, table_name)
        where c.table_schema = current_schema() and table_type = 'BASE TABLE' and c.udt_name in ('uuid', '_uuid')
          and (c.column_name ~ '(organisation|school|county|city|authority|acting|successor$|parent$|^other$|issuer|owner)'
               or exists (select 1 from information_schema.key_column_usage k
                            join information_schema.referential_constraints r using (constraint_schema, constraint_name)
                            join information_schema.constraint_column_usage u
                              on u.constraint_schema = r.unique_constraint_schema and u.constraint_name = r.unique_constraint_name
                           where k.table_name = c.table_name and k.column_name = c.column_name and k.table_schema = current_schema()
                             and u.table_name = 'organisation_record'))`,
    );
    // The copy of the tree, and what every service keeps of what was; ids of other things by the same words.
    const ofNobody = [
      'organisation.parent',
      'app_reach.organisation',
      'outbox.organisation',
      'audit.organisation',
      'idempotency.organisation',
      'job.organisation',
    ];
    const others = ['duplicate.other', 'term.parent', 'post.successor', 'followed_merger.successor'];
    const decided = [...columns, ...Object.keys(stays)].sort();
    expect(
      found
        .map(({ name }) => name)
        .filter((name) => ![...ofNobody, ...others].includes(name))
        .sort(),
    ).toEqual(decided);
    expect(new Set(decided).size).toBe(decided.length);
  });

  it('passes over one of everything, and leaves nothing that lives', async () => {
    const [old, heir] = [await school(), await school()];
    await rows.everything(old);
    const before = await naming(old);
    expect(Object.entries(before).filter(([, many]) => many === 0)).toEqual([]);
    const there = await naming(heir);
    await merge(old, heir);
    expect(Object.entries(await naming(old)).filter(([, many]) => many > 0)).toEqual([]);
    const after = await naming(heir);
    for (const column of columns) {
      // The merged one itself stands below its successor too.
      const more = column === 'organisation_record.parent' ? 1 : 0;
      expect([column, after[column]! - there[column]!]).toEqual([column, before[column]! + more]);
    }
  });

  it('leaves what the successor has set itself, and asks the stricter of two rules for signing in', async () => {
    const [old, heir] = [await school(), await school()];
    for (const [at, rate] of [
      [old, 0.5],
      [heir, 0.9],
    ] as const) {
      await rows.row('registration_target', at, { who: 'teachers', rate });
      await rows.row('filing_policy', at, { mode: at === heir ? 'warn' : 'observe', from_day: '2026-09-01' });
      await rows.row('term', at, term);
      await rows.row('sign_in_policy', at, {
        ...policy,
        passwords: at === old ? 'djbh-l3' : 'nist',
        idle_minutes_others: at === old ? 90 : 30,
      });
    }
    await merge(old, heir);
    expect(
      await room.query('select rate::float8, organisation from registration_target where organisation = any($1) order by 1', [[old, heir]]),
    ).toEqual([
      { rate: 0.5, organisation: old },
      { rate: 0.9, organisation: heir },
    ]);
    expect(await room.query('select mode from filing_policy where organisation = $1', [heir])).toEqual([{ mode: 'warn' }]);
    expect(await room.query('select 1 from term where organisation = $1', [heir])).toHaveLength(1);
    expect(await room.query('select passwords, idle_minutes_others as idle from sign_in_policy where organisation = $1', [heir])).toEqual([
      { passwords: 'djbh-l3', idle: 30 },
    ]);
  });

  it('lets an open transfer go on at the successor, reached by those it is for, and ends one between the two', async () => {
    const otherCounty = await room.organisation('county', room.city, { divisionCode: '361003' });
    const [old, heir, far] = [await school(), await school(), await room.organisation('school', otherCounty)];
    const leaving = await rows.row('transfer', far, { ...transfer, person: await room.person('pupil', old), from_school: old });
    const between = await rows.row('transfer', heir, { ...transfer, person: await room.person('pupil', old), from_school: old });
    for (const above of [old, county])
      await room.query(`insert into assignment ("row", thing, organisation, assigned_at) values ($1, 'transfer', $2, now())`, [
        leaving,
        above,
      ]);
    await merge(old, heir);
    expect(
      await room.query('select from_school as school, status from transfer where id = any($1) order by status', [[leaving, between]]),
    ).toEqual([
      { school: old, status: 'cancelled' },
      { school: heir, status: 'requested' },
    ]);
    const named = await room.query<{ organisation: string }>('select organisation from assignment where "row" = $1', [leaving]);
    expect(named.map(({ organisation }) => organisation).sort()).toEqual([heir, county].sort());
  });

  it('of any size is a job, cut off and resumed, with the same end as one commit', async () => {
    const [old, heir] = [await school(), await school()];
    await rows.everything(old);
    await rows.families(old, 2600);
    await expect(merge(old, heir)).rejects.toEqual(refused('organisation.too_large'));
    const [before, there] = [await naming(old), await naming(heir)];
    await room.get(JobRunner).stop();
    const { id } = await order(old, heir);
    await expect(order(old, await school())).rejects.toEqual(refused('organisation.merging'));
    await expect(merge(old, heir)).rejects.toEqual(refused('organisation.merging'));
    room.get(JobRunner).start();
    await until(async () => (await room.get(Jobs).one(id, ordering(identity.job))).done > 1000);
    await room.get(JobRunner).stop();
    expect(await stateOf(old)).toMatchObject({ state: 'open' });
    room.get(JobRunner).start();
    const job = await settledJob(room, id, ordering(identity.job));
    expect(job).toMatchObject({ state: 'done', result: { organisation: old, successor: heir, rows: job.total } });
    expect(job.total).toBeGreaterThan(5200);
    expect(await stateOf(old)).toEqual({ state: 'merged', successor: heir, parent: heir });
    expect(Object.entries(await naming(old)).filter(([, many]) => many > 0)).toEqual([]);
    const after = await naming(heir);
    for (const column of columns)
      expect([column, after[column]! - there[column]!]).toEqual([
        column,
        before[column]! + (column === 'organisation_record.parent' ? 1 : 0),
      ]);
    const told = await room.query<{ rows: number }>(
      `select count(*)::int as rows from (select entity from outbox where type = 'cn.lianxue.identity.post.changed' group by entity having count(*) > 1) t`,
    );
    expect(told).toEqual([{ rows: 0 }]);
  }, 60_000);

  it('takes the schools of a bureau along, some in each commit', async () => {
    const [old, heir] = [await room.organisation('bureau', county), await room.organisation('bureau', county)];
    for (let made = 0; made < 60; made += 5) await Promise.all(Array.from({ length: 5 }, () => room.organisation('school', old)));
    const job = await settledJob(room, (await order(old, heir)).id, ordering(identity.job));
    expect(job).toMatchObject({ state: 'done', total: 600, done: 600 });
    const below = 'select count(*)::int as many from organisation_record where parent = $1';
    expect(await room.query(below, [heir])).toEqual([{ many: 61 }]);
    const [copies] = await room.query<{ many: number }>(
      'select count(*)::int as many from organisation where path <@ (select path from organisation where id = $1)',
      [heir],
    );
    expect(copies).toEqual({ many: 62 });
  }, 60_000);

  it('called off, stays where it is and is ordered again; and it says what stands in its way', async () => {
    const [old, heir] = [await school(), await school()];
    await rows.families(old, 20);
    await room.get(JobRunner).stop();
    const { id } = await order(old, heir);
    await room.get(Jobs).cancel(id, ordering(identity.cancelJob));
    const again = await order(old, heir);
    await room.query(`update organisation_record set state = 'closed' where id = $1`, [heir]);
    room.get(JobRunner).start();
    const job = await settledJob(room, again.id, ordering(identity.job));
    expect(job).toMatchObject({ state: 'failed', refused: { code: 'organisation.closed' } });
    expect(await stateOf(old)).toMatchObject({ state: 'open' });
    await expect(order(old, old)).rejects.toEqual(refused('organisation.unmergeable'));
    await expect(order(crypto.randomUUID(), old)).rejects.toEqual(refused('organisation.unknown'));
  });
});
