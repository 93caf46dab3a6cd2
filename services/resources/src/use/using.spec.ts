import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CLOCK, resources, type Caller, type InputOf, type ResourceUseFact } from '@lianxue/contracts';
import { newId } from '@lianxue/persistence';
import { app, callOf, openRoom, person, type Room } from '@lianxue/testing';
import { Cataloguing } from '../catalogue/cataloguing.js';
import { Finding } from '../catalogue/finding.js';
import { Showing } from '../catalogue/showing.js';
import { entities } from '../resources.module.js';
import { KnownNodes } from '../curriculum/known-nodes.js';
import { migrations } from '../migrations/index.js';
import { knownPosts } from '../posts/known-posts.room.js';
import { AddingUp } from './adding-up.js';
import { Opining } from './opining.js';
import { Using } from './using.js';

const clock = { at: new Date(), now: () => clock.at };

describe('the use of resources', () => {
  let room: Room;
  let author: Caller;
  let pupil: Caller;
  let teacher: Caller;
  let id: string;
  beforeAll(async () => {
    const providers = [
      KnownNodes,
      Showing,
      Cataloguing,
      Finding,
      Using,
      Opining,
      AddingUp,
      knownPosts,
      { provide: CLOCK, useValue: clock },
    ];
    room = await openRoom('resources', { entities, migrations, providers });
    author = person({ role: 'subjectResearcher', organisation: room.region.county });
    teacher = person({ role: 'teacher', organisation: room.region.school });
    pupil = person({ role: 'pupil', organisation: room.region.school });
  });
  afterAll(() => room.close());
  beforeEach(async () => {
    clock.at = new Date('2026-09-10T08:00:00+08:00');
    id = await publish();
  });

  const publish = async (more: object = {}) => {
    const input = {
      ...{ title: '光的折射', type: 'courseware', stage: 'junior', subject: 'physics', grades: [8] },
      ...{ knowledgePoints: ['折射'], keywords: [], language: 'zh-CN', licence: 'teaching', source: 'original', usage: {} },
      ...{ pointIds: [], competencyIds: [], contributors: [], ...more },
    } as unknown as InputOf<typeof resources.register>;
    const made = await room.get(Cataloguing).register(input, callOf(resources.register, author));
    await room.query(`update resource set status = 'published', shared_by = array[organisation] where id = $1`, [made.id]);
    return made.id;
  };
  const note = (by: Caller, kind: 'view' | 'download' | 'inClass', more: { id?: string; at?: string; resourceId?: string } = {}) => {
    const input = { resourceId: id, id: newId(), kind, ...more };
    return room.get(Using).note(input, callOf(resources.noteUse, by, input));
  };
  const noteOther = (more: { id?: string } = {}) => {
    const input = { id: newId(), subject: 'physics' as const, ...more };
    return room.get(Using).noteOfOther(input, callOf(resources.noteUseOfOther, teacher, input));
  };
  const use = (by: Caller = teacher) => room.get(Opining).use({ resourceId: id }, callOf(resources.use, by));
  const favour = (by: Caller, favourite: boolean) => room.get(Opining).favour({ resourceId: id, favourite }, callOf(resources.favour, by));
  const rate = (by: Caller, stars: number | null) => room.get(Opining).rate({ resourceId: id, stars }, callOf(resources.rate, by));
  const refused = (code: string) => ({ kind: { code } });
  const yes = { counted: true };
  const no = { counted: false };

  it('counts once what is sent twice, and one view and one download of a person and day', async () => {
    const sent = newId();
    expect([await note(teacher, 'view', { id: sent }), await note(teacher, 'view', { id: sent })]).toEqual([yes, no]);
    expect([await note(teacher, 'view'), await note(teacher, 'download'), await note(pupil, 'view')]).toEqual([no, yes, yes]);
    clock.at = new Date('2026-09-11T00:00:00+08:00');
    expect(await note(teacher, 'view')).toEqual(yes);
    expect(await use()).toMatchObject({ views: 3, downloads: 1, inClass: 0 });
  });

  it('counts each use in class, of the author too, and every use that an app tells of', async () => {
    expect([await note(teacher, 'inClass'), await note(teacher, 'inClass'), await note(author, 'inClass')]).toEqual([yes, yes, yes]);
    expect([await note(author, 'view'), await note(author, 'download')]).toEqual([no, no]);
    const program = app({ client: 'lianxue-console', organisation: room.region.school });
    expect([await note(program, 'view'), await note(program, 'view')]).toEqual([yes, yes]);
    expect(await use(program)).toMatchObject({ views: 2, inClass: 3, mine: null });
  });

  it('counts exactly, however many come at once and are added up meanwhile', async () => {
    const sent = Array.from({ length: 6 }, () => newId());
    const all = [...sent, ...sent].map((each) => note(teacher, 'inClass', { id: each }));
    await room.get(AddingUp).goRound();
    expect((await Promise.all(all)).filter(({ counted }) => counted)).toHaveLength(6);
    for (let round = 0; round < 2; round++) {
      expect((await use()).inClass).toBe(6);
      await room.get(AddingUp).goRound();
    }
    expect(await room.query('select uses::int from findable where id = $1', [id])).toEqual([{ uses: 6 }]);
  });

  it('refuses what is unseen, unpublished, another’s id, long ago or still to come', async () => {
    const far = person({ role: 'teacher', organisation: room.region.farSchool });
    await expect(note(far, 'view')).rejects.toMatchObject(refused('resource.not_found'));
    const sent = newId();
    await note(teacher, 'inClass', { id: sent });
    await expect(note(teacher, 'view', { id: sent })).rejects.toMatchObject(refused('id.taken'));
    await expect(noteOther({ id: sent })).rejects.toMatchObject(refused('id.taken'));
    for (const at of ['2026-08-10T00:00:00+08:00', '2026-09-10T08:06:00+08:00'])
      await expect(note(teacher, 'view', { at })).rejects.toMatchObject(refused('resource_use.out_of_time'));
    expect(await note(teacher, 'view', { at: '2026-08-11T10:00:00+08:00' })).toEqual(yes);
    await room.query(`update resource set status = 'withdrawn', shared_by = '{}' where id = $1`, [id]);
    await expect(note(author, 'inClass')).rejects.toMatchObject(refused('resource.not_shown'));
  });

  it('keeps favourites and ratings by person: said twice they are so once, and may be taken back', async () => {
    await favour(teacher, true);
    expect(await favour(teacher, true)).toMatchObject({ favourites: 1, mine: { favourite: true, stars: null } });
    await rate(teacher, 3);
    await rate(teacher, 5);
    expect(await rate(pupil, 4)).toMatchObject({ favourites: 1, ratings: 2, stars: 4.5, mine: { favourite: false, stars: 4 } });
    const mine = async () =>
      (await room.get(Opining).favourites({ limit: 20 }, callOf(resources.favourites, teacher))).items.map((row) => row.id);
    expect(await mine()).toEqual([id]);
    expect(await favour(teacher, false)).toMatchObject({ favourites: 0, mine: { favourite: false, stars: 5 } });
    expect(await rate(teacher, null)).toMatchObject({ ratings: 1, stars: 4, mine: { favourite: false, stars: null } });
    expect(await mine()).toEqual([]);
    await expect(rate(author, 5)).rejects.toMatchObject(refused('resource.own_rating'));
    await room.query(`update resource set status = 'withdrawn', shared_by = '{}' where id = $1`, [id]);
    await expect(favour(author, true)).rejects.toMatchObject(refused('resource.not_shown'));
    await expect(rate(pupil, null)).rejects.toMatchObject(refused('resource.not_found'));
  });

  it('tells of a day by organisation and subject when it is over, and again only if something came late', async () => {
    await room.query('delete from resource_use');
    await note(teacher, 'view');
    await note(pupil, 'download');
    await note(teacher, 'inClass');
    for (const sent of [newId(), newId()]) for (let twice = 0; twice < 2; twice++) await noteOther({ id: sent });
    await favour(pupil, true);
    await favour(pupil, false);
    await favour(pupil, true);
    await rate(pupil, 5);
    await note(author, 'inClass');
    const told = async () => {
      await room.get(AddingUp).goRound();
      const facts = (await room.facts()).filter(({ type }) => type.includes('resource_use'));
      return facts.map(({ data, version }) => ({ ...(data as ResourceUseFact), id: undefined, version }));
    };
    expect(await told()).toEqual([]);
    clock.at = new Date('2026-09-11T00:00:30+08:00');
    const { school, county } = room.region;
    const day = { subject: 'physics', day: '2026-09-10', version: 1 };
    const ofSchool = { ...day, organisation: school, views: 1, downloads: 1, inClass: 1, elsewhere: 2, favourites: 1, ratings: 1 };
    const ofCounty = { ...day, organisation: county, views: 0, downloads: 0, inClass: 1, elsewhere: 0, favourites: 0, ratings: 0 };
    expect(await told()).toEqual(expect.arrayContaining([ofSchool, ofCounty]));
    expect(await told()).toHaveLength(2);
    await note(pupil, 'view', { at: '2026-09-10T20:00:00+08:00' });
    expect((await told()).at(-1)).toEqual({ ...ofSchool, views: 2, version: 2 });
  });

  it('forgets after ninety days who it was, and nothing of what was counted', async () => {
    await note(teacher, 'view');
    clock.at = new Date('2026-12-10T08:00:00+08:00');
    await room.get(AddingUp).goRound();
    expect(await room.query('select 1 from use_event where resource = $1', [id])).toEqual([]);
    expect((await use()).views).toBe(1);
  });

  it('has tables as its entities say', async () => expect(await room.schemaDiff()).toEqual([]));
});
