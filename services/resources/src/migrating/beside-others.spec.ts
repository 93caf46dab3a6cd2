import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { resources, type Caller, type ResourceInput } from '@lianxue/contracts';
import { zipOf } from '@lianxue/files';
import { newId, Store } from '@lianxue/persistence';
import { callOf } from '@lianxue/testing';
import { Cataloguing } from '../catalogue/cataloguing.js';
import { Finding } from '../catalogue/finding.js';
import { provenanceOf } from '../catalogue/provenance.js';
import { Showing } from '../catalogue/showing.js';
import { Reviewing } from '../review/reviewing.js';
import { Rechecking } from '../standing/rechecking.js';
import { Withdrawing } from '../standing/withdrawing.js';
import { FollowingTombstones } from './following-tombstones.js';
import { openMigrating, type MigratingRoom } from './migrating.room.js';
import { TakingOver } from './taking-over.js';

const usage = '先看后练,新授课,三年级一班';

let room: MigratingRoom;
beforeAll(async () => {
  room = await openMigrating([Reviewing, Rechecking, Withdrawing]);
});
afterAll(() => room.close());

const show = async (id: string, by: Caller) => {
  const call = callOf(resources.resource, by);
  return room.get(Showing).one(await room.get(Finding).one(id, call), call);
};
const madeOf = (titles: string) =>
  room.query<{ title: string; count: number }>(
    'select title, count(*)::int as count from resource where title like $1 group by title order by title',
    [titles],
  );

describe('a migration beside others', () => {
  it('of the same list: each row goes in once, with its files once, and both end', async () => {
    const names = Array.from({ length: 45 }, (_, nth) => `口算 ${String(nth).padStart(2, '0')}`);
    const archives = [
      await room.send('archive', zipOf(Object.fromEntries(names.map((name) => [`${name}.txt`, `${name}。\n`]))), { name: '口算.zip' }),
    ];
    const lines = names.map((name) => `${name},${name},微课,小学,数学,3,,${name}.txt,,${usage}`);
    const published = { archives, enter: 'published', reason: '原平台已审' } as const;
    const ordered = await Promise.all([room.order(lines, published), room.order(lines, published)]);
    const jobs = await Promise.all(ordered.map((job) => room.settled(job)));
    expect(jobs.map(({ state, errorCount, done }) => [state, errorCount, done])).toEqual([
      ['done', 0, 45],
      ['done', 0, 45],
    ]);
    const counts = jobs.map(({ result }) => result as { resources: Record<string, number>; files: number; duplicates: number });
    const sum = (of: (one: (typeof counts)[number]) => number) => of(counts[0]!) + of(counts[1]!);
    expect([sum((one) => one.resources['added']!), sum((one) => one.resources['changed']!), sum((one) => one.files)]).toEqual([45, 0, 45]);
    expect(await madeOf('口算 %')).toEqual(names.map((title) => ({ title, count: 1 })));
    expect(
      await room.query(
        `select count(*)::int as files, count(distinct f.resource)::int as resources, max(r.release) as release, count(f.removed_in)::int as removed
         from resource_file f join resource r on r.id = f.resource where r.title like '口算 %'`,
      ),
    ).toEqual([{ files: 45, resources: 45, release: 1, removed: 0 }]);
  });

  it('of the same titles under another name, in another order: each title goes in once', async () => {
    const titles = Array.from({ length: 30 }, (_, nth) => `竖式 ${nth}`);
    const lines = titles.map((title) => `${title},${title},微课,小学,数学,3,,,,${usage}`);
    const ordered = [await room.order(lines, { platform: '甲平台' }), await room.order([...lines].reverse(), { platform: '乙平台' })];
    const jobs = await Promise.all(ordered.map((job) => room.settled(job)));
    expect(jobs.map(({ state, errorCount }) => [state, errorCount])).toEqual([
      ['done', 0],
      ['done', 0],
    ]);
    expect((await madeOf('竖式 %')).map(({ count }) => count)).toEqual(titles.map(() => 1));
  });

  it('while somebody registers one of its titles: waits for that, and leaves the row as a duplicate', async () => {
    const teacher = room.holder('teacher', room.region.city);
    const input: ResourceInput = {
      ...{ title: '时针与分针', type: 'microLesson', stage: 'primary', subject: 'mathematics', grades: [2], usage: {} },
      ...{ knowledgePoints: [], pointIds: [], competencyIds: [], contributors: [], keywords: [], language: 'zh-CN' },
      ...{ licence: 'teaching', source: 'original' },
    };
    // Registering takes its time behind the row it has written, which nobody sees yet.
    await room.query(`create function slowly() returns trigger language plpgsql as $$ begin perform pg_sleep(0.9); return new; end $$`);
    await room.query(
      `create trigger slowly before insert on provenance for each row when (new.what = 'registered') execute function slowly()`,
    );
    const registering = room.get(Cataloguing).register(input, callOf(resources.register, teacher));
    const job = await room.bring([`钟面,时针 与分针,微课,小学,数学,2,,,,${usage}`]);
    await registering;
    await room.query('drop trigger slowly on provenance');
    expect(job).toMatchObject({ state: 'done', errorCount: 0, result: { duplicates: 1, resources: { added: 0 } } });
    expect(await madeOf('时针%')).toEqual([{ title: '时针与分针', count: 1 }]);
  });
});

describe('harvested records', () => {
  const source = newId();
  const said = { method: '先看后练', scene: '新授课', example: '六年级一班' };
  const checked = ['politics', 'science', 'suitability', 'form', 'copyright'];
  const tell = async (identifier: string, elements: object) => {
    await room.query(
      `insert into harvested_record (id, version, organisation, created_at, updated_at, source, identifier, datestamp, deleted, title, address, elements, search_text, seen_at)
       values ($1, 1, $2, now(), now(), $3, $4, now(), false, '', $5, $6, '', now())`,
      [newId(), room.region.city, source, identifier, `https://there.example/${identifier}`, JSON.stringify(elements)],
    );
  };
  const take = async (more: object = {}) => {
    const terms = { sameTitle: 'leave', defaults: {}, dryRun: false, keeper: room.keeper.subject, ...more } as const;
    const call = callOf(resources.takeOverHarvested, room.bureau);
    return room.settled((await room.get(TakingOver).order({ sourceId: source, ...terms }, call)).id);
  };
  const deletedThere = async (identifier: string, deleted = true) => {
    await room.query('update harvested_record set deleted = $2 where identifier = $1', [identifier, deleted]);
    await room.get(FollowingTombstones).goRound();
  };
  beforeAll(() =>
    room.query(
      `insert into harvest_source (id, version, organisation, created_at, updated_at, name, address, every_hours, state) values ($1, 1, $2, now(), now(), '省平台', 'https://oai.example/oai', 24, 'active')`,
      [source, room.region.city],
    ),
  );

  it('are taken over by the same rules', async () => {
    await tell('oai:1', { title: ['圆的认识'], type: ['课件'], subject: ['数学', '小学', '六年级', '几何'], rights: ['署名 CC BY'] });
    await tell('oai:2', { title: ['没有学科'], type: ['课件'], subject: ['小学'] });
    const drafts = await take();
    expect(drafts).toMatchObject({ errorCount: 1, result: { resources: { added: 1 } } });
    expect(await room.errorsOf(drafts)).toEqual(['2 subject field.missing']);
    const { resource } = await room.brought('oai:1');
    const about = { title: '圆的认识', stage: 'primary', subject: 'mathematics', grades: [6], keywords: ['几何'], sourceGoneAt: null };
    expect(await show(resource!, room.keeper)).toMatchObject(about);
    expect(await room.brought('oai:1')).toMatchObject({ platform: 'https://oai.example/oai', address: 'https://there.example/oai:1' });
    expect(await take({ defaults: { subject: 'chinese' } })).toMatchObject({ result: { resources: { added: 1, unchanged: 1 } } });
  });

  it('stay ours when their source deletes them: shown as before, the link told to be gone, and to be checked again', async () => {
    const { keeper, bureau } = room;
    const far = room.holder('teacher', room.region.farSchool);
    const { resource: id } = (await room.brought('oai:1')) as { resource: string };
    await room
      .get(Cataloguing)
      .edit(id, { title: '圆的认识（本市版）', usage: said }, callOf(resources.edit, keeper, {}, { ifMatch: '*' }));
    await room.get(Reviewing).submit(id, callOf(resources.submit, keeper, {}, { ifMatch: '*' }));
    await room.get(Reviewing).publish(id, { checked, codes: [], reason: null }, callOf(resources.publish, bureau, {}, { ifMatch: '*' }));
    room.now = new Date('2026-10-01T00:00:00Z');
    await deletedThere('oai:1');
    const goneAt = '2026-10-01T08:00:00+08:00';
    expect(await show(id, far)).toMatchObject({ status: 'published', title: '圆的认识（本市版）', sourceGoneAt: goneAt });
    expect((await show(id, bureau)).standings).toMatchObject([{ status: 'published', recheckOn: '2026-10-01' }]);
    expect(await room.brought('oai:1')).toMatchObject({ resource: id, goneAt });
    const lines = await provenanceOf(id, room.get(Store));
    expect(lines.map(({ what }) => what)).toEqual(['imported', 'submitted', 'published', 'goneThere']);
    expect(lines.at(-1)).toMatchObject({ at: goneAt, details: { platform: 'https://oai.example/oai', idThere: 'oai:1' } });
    await room.get(FollowingTombstones).goRound();
    expect(await provenanceOf(id, room.get(Store))).toHaveLength(4);
    // Confirmed, it stays for good, whatever the source says again.
    await room.get(Rechecking).confirm(id, checked, callOf(resources.confirm, bureau, {}, { ifMatch: '*' }));
    room.now = new Date('2027-01-01T00:00:00Z');
    await room.get(Rechecking).goRound();
    expect(await take()).toMatchObject({ result: { resources: { added: 0, changed: 0 } } });
    expect(await show(id, far)).toMatchObject({ status: 'published', sourceGoneAt: goneAt });
    await deletedThere('oai:1', false);
    await take();
    expect(await show(id, far)).toMatchObject({ status: 'published', title: '圆的认识（本市版）', sourceGoneAt: null });
  });

  it('are taken down with their source at once, at every tier and for good until a tier puts them back', async () => {
    const { keeper, bureau } = room;
    const far = room.holder('teacher', room.region.farSchool);
    await tell('oai:3', { title: ['地图上的中国'], type: ['课件'], subject: ['数学', '小学', '六年级'], rights: ['署名 CC BY'] });
    await take();
    const { resource: id } = (await room.brought('oai:3')) as { resource: string };
    await room.get(Cataloguing).edit(id, { usage: said }, callOf(resources.edit, keeper, {}, { ifMatch: '*' }));
    await room.get(Reviewing).submit(id, callOf(resources.submit, keeper, {}, { ifMatch: '*' }));
    await room.get(Reviewing).publish(id, { checked, codes: [], reason: null }, callOf(resources.publish, bureau, {}, { ifMatch: '*' }));
    // First it is only deleted there, which is no reason to act.
    await deletedThere('oai:3');
    expect(await show(id, far)).toMatchObject({ status: 'published' });
    await room.query(`update harvested_record set taken_down = true where identifier = 'oai:3'`);
    await room.get(FollowingTombstones).goRound();
    await expect(show(id, far)).rejects.toMatchObject({ kind: { code: 'resource.not_found' } });
    const down = await show(id, bureau);
    expect(down).toMatchObject({ status: 'withdrawn', standings: [{ takenOff: 'emergency', takenOffBy: room.region.city }] });
    const lines = (await provenanceOf(id, room.get(Store))).map(({ what }) => what);
    expect(lines.slice(-2)).toEqual(['goneThere', 'takenDown']);
    await room.get(Withdrawing).restore(id, '已核，无此问题', callOf(resources.restore, bureau, {}, { ifMatch: '*' }));
    await room.get(FollowingTombstones).goRound();
    expect(await show(id, far)).toMatchObject({ status: 'published' });
  });

  it('stay drafts of their keeper, who may go on with them', async () => {
    const { resource: id } = (await room.brought('oai:2')) as { resource: string };
    await deletedThere('oai:2');
    expect(await show(id, room.keeper)).toMatchObject({ status: 'draft', sourceGoneAt: expect.any(String), moves: ['submit'] });
  });
});
