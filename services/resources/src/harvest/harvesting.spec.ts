import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ownCallOf,
  resourceFacts,
  resources,
  type HarvestPart,
  type HarvestRecord,
  type InputOf,
  type ResourceState,
} from '@lianxue/contracts';
import { newId, sql, Store, type Work } from '@lianxue/persistence';
import { app, callOf, openRoom, selection, type Room } from '@lianxue/testing';
import { ResourceEntity } from '../catalogue/resource.entity.js';
import { entities } from '../resources.module.js';
import { migrations } from '../migrations/index.js';
import { HarvestStamps } from './harvest-stamps.js';
import { Harvesting } from './harvesting.js';

let room: Room;

beforeAll(async () => {
  room = await openRoom('resources', { entities, migrations, providers: [HarvestStamps, Harvesting] });
  for (const [name, organisation] of Object.entries({ county: room.region.county, far: room.region.farSchool })) {
    const { id, client, scopes, version, active, until } = selection(name, organisation);
    await room.query(
      'insert into app_reach (id, client, organisation, scopes, active, until, version) values ($1, $2, $3, $4, $5, $6, $7)',
      [...[id, client, organisation, scopes, active, until, version]],
    );
  }
});
afterAll(() => room.close());

/** A work as if its review had come so far. */
function work(title: string, organisation: string, status: ResourceState = 'published'): Promise<string> {
  const row = Object.assign(new ResourceEntity(), { id: newId(), organisation, author: newId(), publishedAt: null });
  row.content = {
    ...{
      title,
      type: 'courseware',
      stage: 'primary',
      subject: 'mathematics',
      grades: [3],
      knowledgePoints: [],
      keywords: [],
      language: 'zh',
    },
    ...{ chapterId: null, pointIds: [], competencyIds: [], licence: 'teaching', rightsHolder: null, validUntil: null },
    ...{ source: 'original', sourceNote: null, sourceUrl: null, contributors: [] },
    ...{ edition: null, volume: null, chapter: null, description: null, usage: { method: null, scene: null, example: null } },
  };
  return inOwnName(async (own) => {
    await own.insert(Object.assign(row, { status }), resourceFacts.registered);
    if (status === 'published') await shelve(row, own);
    return row.id;
  });
}
const become = (id: string, status: ResourceState, more: Partial<ResourceEntity> = {}) =>
  inOwnName(async (own) => {
    const [row] = await own.all(ResourceEntity, sql`t.id = ${id}`);
    await own.update(Object.assign(row!, { status, ...more }), resourceFacts.published);
    await shelve(row!, own);
  });
/** At the tier to which it belongs. */
async function shelve({ id, organisation, status }: ResourceEntity, own: Work): Promise<void> {
  const shown = status === 'published';
  await own.query('update resource set published_at = coalesce(published_at, now()), shared_by = $2 where id = $1', [
    id,
    shown ? [organisation] : [],
  ]);
  await own.query(
    `insert into standing (id, version, organisation, created_at, updated_at, resource, status, release, published_at, recheck_told)
     values ($1, 1, $2, now(), now(), $3, $4, 1, now(), false) on conflict (resource, organisation) do update set status = excluded.status`,
    [newId(), organisation, id, status],
  );
}
const inOwnName = <T>(rule: (own: Work) => Promise<T>): Promise<T> => room.get(Store).commit(ownCallOf(resources.changesAfter), rule);

/** Until everything said so far is stamped. */
async function stamped(): Promise<void> {
  for (;;) {
    await room.get(HarvestStamps).goRound();
    const [left] = await room.query<{ left: number }>(
      'select count(*)::int as left from outbox where feed_seq is null or feed_seq > (select feed_seq from harvest_stamping)',
    );
    if (left!.left === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

type Asked = Partial<InputOf<typeof resources.harvest>>;
const part = (asked: Asked = {}, client = 'county'): Promise<HarvestPart> =>
  room.get(Harvesting).part({ counted: false, limit: 100, ...asked }, callOf(resources.harvest, app({ client })));

async function walk(asked: Asked = {}, between: () => Promise<unknown> = async () => undefined): Promise<HarvestRecord[]> {
  const first = await part({ ...asked, counted: true });
  const records = [...first.records];
  for (let { last } = first; last;) {
    await between();
    const next = await part({ ...asked, after: last, asOf: first.asOf });
    records.push(...next.records);
    last = next.last;
  }
  expect(records).toHaveLength(first.size!);
  return records;
}
const told = (records: readonly HarvestRecord[]) => records.map(({ content }) => content?.title ?? '†');

describe('harvesting', () => {
  it('tells of what was ever published, below and above the app, and keeps tombstones', async () => {
    const { school, city, farSchool } = room.region;
    await work('草稿', school, 'draft');
    const own = await work('校本', school);
    await work('市级', city);
    await work('外县', farSchool);
    await stamped();
    expect(told(await walk()).sort()).toEqual(['市级', '校本']);
    const [harvested] = (await part({ id: own })).records;
    expect(harvested!.content).toMatchObject({ files: { formats: [], bytes: null }, shown: [{ level: 'school' }], sourceUrl: null });
    await become(own, 'withdrawn');
    await stamped();
    const { records } = await part({ id: own });
    expect(records).toMatchObject([{ id: own, content: null, sets: expect.arrayContaining([{ by: 'organisation', value: school }]) }]);
    expect(told(await walk()).sort()).toEqual(['†', '市级']);
    expect(told((await part({}, 'far')).records).sort()).toEqual(['外县', '市级']);
    await room.query('delete from resource where id = $1', [own]);
    expect(told((await part({ id: own })).records)).toEqual(['†']);
  });

  it('says of a tombstone that it was taken down, and lists those alone', async () => {
    const { city } = room.region;
    const [gone, down] = [await work('撤回', city), await work('下架', city)];
    await room.query(
      `insert into resource_release (resource, number, organisation, content, first_at, published_at, shared_by, taken_down) values ($1, 1, $2, '{}', $2, now(), '{}', true)`,
      [down, city],
    );
    await stamped();
    const takenDown = { by: 'status', value: 'takenDown' } as const;
    expect(await walk({ set: takenDown })).toEqual([]);
    for (const id of [gone, down]) await become(id, 'withdrawn');
    await stamped();
    expect((await part({ id: gone })).records[0]!.sets).not.toContainEqual(takenDown);
    expect(await walk({ set: takenDown })).toMatchObject([{ id: down, content: null, sets: expect.arrayContaining([takenDown]) }]);
    await become(down, 'published');
    await stamped();
    expect(await walk({ set: takenDown })).toEqual([]);
  });

  it('goes on behind what it has told, however much changes on the way: none lost, none repeated', async () => {
    const { sibling } = room.region;
    const made: string[] = [];
    for (let n = 0; n < 12; n++) made.push(await work(`第${n}课`, sibling));
    await stamped();
    const set = { by: 'organisation', value: sibling } as const;
    const begun = await part({ set });
    let turn = 0;
    const records = await walk({ set, limit: 3 }, async () => {
      await become(made[turn++]!, 'published');
      await become(made[11 - turn]!, 'withdrawn');
      await work(`新${turn}`, sibling);
      await stamped();
    });
    expect(records.map(({ id }) => id).sort()).toEqual([...made].sort());
    expect(records.map(({ at }) => at)).toEqual(records.map(({ at }) => at).sort());
    const delta = await walk({ set, from: begun.settled });
    const both = new Map([...records, ...delta].map((record) => [record.id, record.content?.title ?? '†']));
    const now = new Map((await walk({ set })).map((record) => [record.id, record.content?.title ?? '†']));
    expect(both).toEqual(now);
  });

  it('never shows in a walk what was withdrawn since', async () => {
    const { teachingPoint } = room.region;
    const set = { by: 'organisation', value: teachingPoint } as const;
    const [, second] = [await work('甲', teachingPoint), await work('乙', teachingPoint)];
    await stamped();
    const records = await walk({ set, limit: 1 }, async () => {
      await become(second, 'withdrawn');
      await stamped();
    });
    expect(told(records)).toEqual(['甲', '†']);
  });

  it('leaves a tombstone in the set that a resource left, and none in a harvest of all', async () => {
    const { citySchool } = room.region;
    const moved = await work('改科目', room.region.centralSchool);
    await stamped();
    await become(moved, 'published', { subject: 'science' });
    await stamped();
    expect(told((await part({ set: { by: 'subject', value: 'science' } })).records)).toContain('改科目');
    const left = (await part({ set: { by: 'subject', value: 'mathematics' } })).records.find(({ id }) => id === moved);
    expect(left?.content).toBeNull();
    expect(await part({ id: moved })).toMatchObject({
      records: [{ content: { title: '改科目' }, sets: expect.arrayContaining([{ by: 'subject', value: 'science' }]) }],
    });
    expect((await part({ set: { by: 'organisation', value: citySchool } })).records).toEqual([]);
  });

  it('takes a span of datestamps: its beginning in, its end out', async () => {
    const one = await work('边界', room.region.county);
    await stamped();
    const [{ at }] = (await part({ id: one })).records as [HarvestRecord];
    const after = new Date(Date.parse(at) + 1).toISOString();
    expect(told((await part({ from: at, before: after })).records)).toEqual(['边界']);
    expect(told((await part({ before: at })).records)).not.toContain('边界');
    expect((await part({ from: after })).records).toEqual([]);
  });

  it('ends a part by what its contents weigh', async () => {
    const { secondTeachingPoint } = room.region;
    for (let n = 0; n < 60; n++)
      await become(await work(`重${n}`, secondTeachingPoint), 'published', {
        usageMethod: '用'.repeat(2000),
        description: '述'.repeat(2000),
      });
    await stamped();
    const set = { by: 'organisation', value: secondTeachingPoint } as const;
    const first = await part({ set });
    expect(first.records.length).toBeLessThan(60);
    expect(first.last).toMatchObject({ id: first.records.at(-1)!.id });
    expect(await walk({ set })).toHaveLength(60);
  });

  it('names the organisations that have something to harvest', async () => {
    const { school, farSchool } = room.region;
    const outline = async (limit: number, after?: string) =>
      room.get(Harvesting).outline({ limit, ...(after && { after }) }, callOf(resources.harvestOutline, app({ client: 'county' })));
    const { organisations, earliest } = await outline(100);
    const ids = organisations.map(({ id }) => id);
    expect(ids).toContain(school);
    expect(ids).not.toContain(farSchool);
    const first = await outline(1);
    expect((await outline(100, first.last!)).organisations).toEqual(organisations.slice(1));
    expect(earliest <= (await part()).records[0]!.at).toBe(true);
  });

  it('forgets how records were once no walk can need it, and no record', async () => {
    const before = await walk();
    await room.query(`update harvest_record set replaced_at = replaced_at - interval '3 days' where replaced_at is not null`);
    const stamps = new HarvestStamps(room.get(Store), { now: () => new Date() });
    await stamps.goRound();
    expect(await room.query('select 1 from harvest_record where replaced_at is not null')).toEqual([]);
    expect(await walk()).toEqual(before);
  });
});
