import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ResourceInput, resources, type AcceptedWork, type AnyOperation, type Caller, type Fact } from '@lianxue/contracts';
import { FILES, FolderFiles, Links, LINKS } from '@lianxue/files';
import { newId, Store } from '@lianxue/persistence';
import { callOf, openRoom, person, service, type Room } from '@lianxue/testing';
import { Cataloguing } from '../catalogue/cataloguing.js';
import { Finding } from '../catalogue/finding.js';
import { provenanceOf } from '../catalogue/provenance.js';
import { Showing } from '../catalogue/showing.js';
import { entities } from '../resources.module.js';
import { KnownNodes } from '../curriculum/known-nodes.js';
import { Holding } from '../files/holding.js';
import { files as filesOfResources } from '../files/part.js';
import { TendingFiles } from '../files/tending-files.js';
import { publishedRounds } from '../migrations/1310-published-rounds.js';
import { migrations } from '../migrations/index.js';
import { knownPosts } from '../posts/known-posts.room.js';
import { AcceptedWorks } from './accepted-works.js';
import { CataloguingWorks } from './cataloguing-works.js';
import { CollectedWorksHandlers } from './collected-works.handlers.js';
import { HearingOfWorks } from './hearing-of-works.js';

describe('works that a call has accepted', () => {
  /** What activities would say. */
  const accepted = new Map<string, AcceptedWork>();
  const asked: string[] = [];
  let isDown = false;
  let room: Room;
  let folder: string;
  let files: FolderFiles;
  let teacher: Caller;

  beforeAll(async () => {
    const works: AcceptedWorks = {
      of: async (id) => {
        asked.push(id);
        if (isDown) throw new Error('Nobody answers.');
        return accepted.get(id);
      },
    };
    folder = await mkdtemp(join(tmpdir(), 'lianxue-collected-'));
    files = new FolderFiles(folder);
    const given = [
      { provide: AcceptedWorks, useValue: works },
      { provide: FILES, useValue: files },
      knownPosts,
      { provide: LINKS, useValue: new Links(() => 'a key', 'https://lianxue.example') },
    ];
    const providers = [
      ...filesOfResources.rules,
      CataloguingWorks,
      CollectedWorksHandlers,
      KnownNodes,
      Cataloguing,
      Finding,
      Showing,
      ...given,
    ];
    room = await openRoom('resources', { entities, migrations, providers });
    teacher = person({ role: 'teacher', organisation: room.region.school });
  });
  afterAll(async () => {
    await room.close();
    await rm(folder, { recursive: true });
  });

  const hear = async (work: string) => {
    const { school: organisation, city: issuer } = room.region;
    const data = { id: work, call: newId(), organisation, issuer };
    const fact = { data, time: new Date().toISOString() } as unknown as Fact;
    await room
      .get(Store)
      .commit(callOf(resources.register, service('resources')), (statements) => new HearingOfWorks().apply(fact, statements));
  };
  const known = () => {
    const content = ResourceInput.parse({
      title: '圆的面积',
      type: 'classroomRecord',
      stage: 'primary',
      subject: 'mathematics',
      keywords: ['精品课'],
    });
    const { school: organisation, city: issuer } = room.region;
    const about = { work: newId(), call: newId(), callName: '精品课拍摄', organisation, issuer, author: teacher.subject };
    const work: AcceptedWork = { ...about, content, files: [], acceptedAt: '2026-03-20T08:00:00+08:00' };
    accepted.set(work.work, work);
    return work;
  };
  /** A film as activities keeps it of a work, or as somebody has sent it for a resource. */
  const sent = async (name: string, { subject, client } = { subject: 'service:activities', client: 'service:activities' }) => {
    const content = { family: 'video', kind: 'mp4', mediaType: 'video/mp4', videoCodec: 'AVC' } as const;
    const about = { id: newId(), kind: subject === client ? 'work.kept' : 'resource', name, owner: { subject, client }, content };
    return (await files.keep([Buffer.from(name)], { ...about, until: new Date('9999-01-01T00:00:00Z') })).id;
  };
  const collected = async (work: string, by = teacher) => {
    const { items } = await room.get(CollectedWorksHandlers).collectedWorks({ work, limit: 20 }, callOf(resources.collectedWorks, by));
    return items[0];
  };

  it('enter the catalogue once, published where they were called for, with where they come from', async () => {
    const { work, files: told } = known();
    const id = await sent('圆的面积.mp4');
    const { sha256, size } = (await files.about(id))!;
    told.push({ id, name: '圆的面积.mp4', kind: 'mp4', size, sha256, at: '2026-03-10T08:00:00+08:00' });
    await hear(work);
    await hear(work);
    expect(await collected(work)).toMatchObject({ id: work, resource: null });
    await room.get(CataloguingWorks).goRound();
    await room.get(CataloguingWorks).goRound();
    expect(asked.filter((id) => id === work)).toHaveLength(1);
    const entered = (await collected(work))!;
    const far = person({ role: 'teacher', organisation: room.region.farSchool });
    const resource = await room.get(Finding).one(entered.resource!, callOf(resources.resource, far));
    expect(resource).toMatchObject({ author: teacher.subject, organisation: room.region.school, status: 'published', source: 'collected' });
    expect(resource).toMatchObject({ sharedBy: [room.region.city], level: 'city', release: 1 });
    const held = await room.query('select purpose, name, content from resource_file where resource = $1', [resource.id]);
    expect(held).toEqual([{ purpose: 'main', name: '圆的面积.mp4', content: sha256 }]);
    const lines = await provenanceOf(resource.id, room.get(Store));
    expect(lines.map(({ what, details }) => [what, details['work']])).toEqual([
      ['collected', work],
      ['published', undefined],
    ]);
    const facts = (await room.facts()).filter(({ entity }) => entity === resource.id);
    expect(facts.map(({ type }) => type.split('.').at(-1))).toEqual(['registered', 'published']);
    expect(JSON.stringify(facts)).not.toContain(teacher.subject);
    expect(await room.query('select 1 from contribution_credit where resource = $1', [resource.id])).toHaveLength(2);
  });

  describe('keep the files that were accepted', () => {
    let resourceId: string;
    const far = () => person({ role: 'teacher', organisation: room.region.farSchool });
    const by = <T extends AnyOperation>(operation: T, caller = teacher) => callOf(operation, caller, {}, { ifMatch: '*' });
    const list = async (caller: Caller) =>
      (await room.get(Holding).list({ resourceId }, by(resources.files, caller))).map(({ row }) => row.name);
    const fileOf = async (name: string) =>
      (await room.query<{ id: string }>('select id from resource_file where resource = $1 and name = $2', [resourceId, name]))[0]!.id;
    const add = async (name: string) =>
      room.get(Holding).add({ resourceId, file: await sent(name, teacher), purpose: 'supplement' }, by(resources.addFile));
    const remove = async (name: string) => room.get(Holding).remove({ resourceId, fileId: await fileOf(name) }, by(resources.removeFile));
    const tendLater = async () => {
      await room.query(`update resource_file set removed_at = removed_at - interval '2 days' where resource = $1`, [resourceId]);
      await room.get(TendingFiles).goRound();
    };
    beforeEach(async () => {
      const { work, files: told } = known();
      const id = await sent('圆的面积.mp4');
      told.push({ ...{ id, name: '圆的面积.mp4', kind: 'mp4', size: 4, sha256: 'f'.repeat(64) }, at: '2026-03-10T08:00:00+08:00' });
      await hear(work);
      await room.get(CataloguingWorks).goRound();
      resourceId = (await collected(work))!.resource!;
    });

    const asTheyWere = async () => {
      await add('未审.mp4');
      await remove('圆的面积.mp4');
      expect([await list(teacher), await list(far())]).toEqual([['未审.mp4'], ['圆的面积.mp4']]);
      await expect(
        room.get(Holding).link({ resourceId, fileId: await fileOf('未审.mp4') }, by(resources.fileLink, far())),
      ).rejects.toMatchObject({ kind: { code: 'resource_file.not_found' } });
      await tendLater();
      await room.get(Cataloguing).dropRevision(resourceId, by(resources.dropRevision));
      expect([await list(teacher), await list(far())]).toEqual([['圆的面积.mp4'], ['圆的面积.mp4']]);
    };

    it('whatever their author adds or takes away, until others are reviewed', asTheyWere);

    it('also those that entered before entering was a round', async () => {
      await room.query(`delete from submission where resource = $1`, [resourceId]);
      await room.query('update resource set round = 0 where id = $1', [resourceId]);
      await add('早加.mp4');
      await remove('圆的面积.mp4');
      expect(await list(far())).toEqual([]);
      await room.query(publishedRounds.sql);
      await room.query(publishedRounds.sql);
      expect([await list(teacher), await list(far())]).toEqual([['早加.mp4'], ['圆的面积.mp4']]);
      await room.get(Cataloguing).dropRevision(resourceId, by(resources.dropRevision));
      await asTheyWere();
    });
  });

  it('are the business of their school and of who called, and of nobody beside', async () => {
    const { work } = known();
    await hear(work);
    expect(await collected(work, person({ role: 'centreHead', organisation: room.region.city }))).toMatchObject({ id: work });
    expect(await collected(work, person({ role: 'schoolAdmin', organisation: room.region.sibling }))).toBeUndefined();
  });

  it('enter later when nobody answers, and never when the work is gone', async () => {
    const { work } = known();
    await hear(work);
    isDown = true;
    await room.get(CataloguingWorks).goRound();
    isDown = false;
    expect(await collected(work)).toMatchObject({ resource: null });
    await room.query(`update collected_work set try_at = now() where work = $1 and attempts = 1`, [work]);
    const gone = newId();
    await hear(gone);
    await room.get(CataloguingWorks).goRound();
    expect((await collected(work))!.resource).not.toBeNull();
    expect(await room.query('select try_at from collected_work where work = $1', [gone])).toEqual([{ try_at: null }]);
  });
});
