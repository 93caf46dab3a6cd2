import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { resources, type Caller, type Fact, type ResourceInput } from '@lianxue/contracts';
import { newId } from '@lianxue/persistence';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { AuthorsWork } from '../catalogue/authors-work.js';
import { Cataloguing } from '../catalogue/cataloguing.js';
import { KnownNodes } from '../curriculum/known-nodes.js';
import { Finding } from '../catalogue/finding.js';
import { Showing } from '../catalogue/showing.js';
import { migrations } from '../migrations/index.js';
import { CurrentPosts } from '../posts/current-posts.js';
import { KnownPosts } from '../posts/known-posts.room.js';
import { personColumns } from '../person-columns.js';
import { entities } from '../resources.module.js';
import { Comparing } from './comparing.js';
import { LapsingNamings } from './lapsing-namings.js';
import { ReviewersWork } from './reviewers-work.js';
import { Reviewing } from './reviewing.js';
import { Ruling } from './ruling.js';

const usage = { method: '课前自学，课上讨论', scene: '新授课', example: '临川一小三年级公开课' };
const fractions: ResourceInput = {
  title: '分数的初步认识',
  type: 'microLesson',
  stage: 'primary',
  subject: 'mathematics',
  grades: [3],
  knowledgePoints: [],
  pointIds: [],
  competencyIds: [],
  contributors: [],
  keywords: [],
  language: 'zh-CN',
  licence: 'teaching',
  source: 'original',
  usage: {},
};

describe('reviewing a resource', () => {
  const posts = new KnownPosts();
  let room: Room;
  let teacher: Caller;
  let reviewer: Caller;
  beforeAll(async () => {
    room = await openRoom('resources', {
      entities,
      migrations,
      providers: [
        ...[KnownNodes, Cataloguing, AuthorsWork, Finding, Showing, Reviewing, Comparing, Ruling, ReviewersWork, LapsingNamings],
        { provide: CurrentPosts, useValue: posts },
      ],
    });
    teacher = person({ role: 'teacher', organisation: room.region.school });
    reviewer = person({ role: 'resourceReviewer', organisation: room.region.county });
  });
  afterAll(() => room.close());

  const register = (input: Partial<ResourceInput> = {}, by = teacher) =>
    room.get(Cataloguing).register({ ...fractions, ...input }, callOf(resources.register, by));
  const submit = (id: string, language: 'zh' | 'en' = 'zh', by = teacher) =>
    room.get(Reviewing).submit(id, callOf(resources.submit, by, {}, { language }));
  const giveBack = (id: string, by = reviewer) =>
    room.get(Reviewing).refuse(id, 'return', { checked: [], codes: [], reason: '请补充典型案例' }, callOf(resources.return, by));
  const edit = (id: string, change: object, by = teacher) =>
    room.get(Cataloguing).edit(id, change, callOf(resources.edit, by, {}, { ifMatch: '*' }));
  const publish = (id: string, by = reviewer) =>
    room.get(Reviewing).publish(id, { checked: [], codes: [], reason: null }, callOf(resources.publish, by));

  it('describes its tables as the migrations make them', async () => {
    expect(await room.schemaDiff()).toEqual([]);
  });

  it('says of every column that may name a person what a merging does with it', async () => {
    expect(await room.undeclaredPersons(personColumns)).toEqual([]);
  });

  it('refuses what lacks the usage block, in the words of who asks', async () => {
    const { id } = await register({ usage: { method: '课前自学', scene: '  ' } });
    await expect(submit(id)).rejects.toMatchObject({
      kind: { code: 'resource.not_ready' },
      facts: { missing: ['应用场景', '典型案例'], fields: ['usage.scene', 'usage.example'] },
    });
    await expect(submit(id, 'en')).rejects.toMatchObject({ facts: { missing: ['where it fits', 'model case'] } });
  });

  it('goes from draft over a return to published, and shows what changed since', async () => {
    const { id } = await register({ usage });
    await submit(id);
    await giveBack(id);
    await expect(submit(id)).rejects.toMatchObject({ kind: { code: 'resource.nothing_changed' } });
    await edit(id, { title: '分数的初步认识（一）', usage: { example: '二小的研讨课' } });
    await submit(id);
    const changes = await room.get(Comparing).changes(id, callOf(resources.changes, reviewer));
    expect(changes).toMatchObject({ round: 1, reason: '请补充典型案例' });
    expect(changes.changes).toEqual([
      { field: 'title', name: { zh: '标题', en: 'title' }, old: '分数的初步认识', new: '分数的初步认识（一）' },
      { field: 'usage.example', name: { zh: '典型案例', en: 'model case' }, old: usage.example, new: '二小的研讨课' },
    ]);
    const published = await publish(id);
    expect(published).toMatchObject({ status: 'published', round: 2 });
    const rounds = await room.get(Comparing).submissions(id, callOf(resources.submissions, teacher));
    expect(rounds.map(({ round, decision }) => [round, decision])).toEqual([
      [2, 'published'],
      [1, 'returned'],
    ]);
  });

  it('says every change as a fact, without author, reviewer or reasons', async () => {
    const { id } = await register({ usage });
    await submit(id);
    await giveBack(id);
    const facts = (await room.facts()).filter(({ entity }) => entity === id);
    expect(facts.map(({ type, version }) => [type.split('.').at(-1), version])).toEqual([
      ['registered', 1],
      ['submitted', 2],
      ['returned', 3],
    ]);
    const said = JSON.stringify(facts);
    for (const hidden of [teacher.subject, reviewer.subject, '请补充典型案例']) expect(said).not.toContain(hidden);
  });

  it('passes what an author has begun to whoever takes the post over, and leaves what is done', async () => {
    const leaving = person({ role: 'teacher', organisation: room.region.school });
    const coming = person({ role: 'teacher', organisation: room.region.school });
    const holder = { person: leaving.subject, role: 'teacher', organisation: room.region.school };
    const done = await register({ usage }, leaving);
    await submit(done.id, 'zh', leaving);
    const begun = await register({}, leaving);
    const work = room.get(AuthorsWork);
    expect(await work.of(holder)).toMatchObject([{ service: 'resources', thing: 'resource', id: begun.id, title: fractions.title }]);
    await work.passOver(holder, coming.subject);
    await work.passOver(holder, coming.subject);
    expect(await work.of(holder)).toEqual([]);
    await expect(edit(begun.id, { title: '接着写' }, coming)).resolves.toMatchObject({ title: '接着写', version: 3 });
    await expect(edit(done.id, { title: '接着写' }, coming)).rejects.toMatchObject({ kind: { code: 'resource.not_yours' } });
  });

  it('waits for whom the tier has named, as long as they hold the post or until it is handed over', async () => {
    const { school, county } = room.region;
    const admin = person({ role: 'schoolAdmin', organisation: school });
    const ofSchool = person({ role: 'resourceReviewer', organisation: school });
    const [named, next] = [1, 2].map(() => person({ role: 'subjectResearcher', organisation: school })) as [Caller, Caller];
    const name = () => {
      const naming = { organisation: school, person: named.subject, stages: ['primary' as const], subjects: ['music' as const], steps: [] };
      return room.get(Ruling).name(naming, callOf(resources.nameReviewer, admin));
    };
    const holder = ({ subject, role }: Caller) => ({ person: subject, role, organisation: school });
    const ended = (data: object) => room.get(LapsingNamings).apply({ data } as unknown as Fact);
    const work = room.get(ReviewersWork);
    for (const post of [
      { role: 'teacher' as const, organisation: school },
      { role: 'subjectResearcher' as const, organisation: county },
    ]) {
      posts.held.set(named.subject, [post]);
      await expect(name()).rejects.toMatchObject({ kind: { code: 'reviewer.without_post' }, facts: { person: named.subject } });
    }
    posts.hold(named);
    await name();
    const { id } = await register({ usage, subject: 'music' });
    await submit(id);
    const isNotNamed = { kind: { code: 'resource.reviewer_not_named' } };
    await expect(publish(id, ofSchool)).rejects.toMatchObject(isNotNamed);
    expect(await work.of(holder(named))).toMatchObject([{ service: 'resources', thing: 'review', id, title: fractions.title }]);
    posts.held.delete(named.subject);
    posts.hold(next);
    await work.passOver(holder(named), next.subject);
    await work.passOver(holder(named), next.subject);
    expect([await work.of(holder(named)), (await work.of(holder(next))).map((each) => each.id)]).toEqual([[], [id]]);
    await expect(publish(id, named)).rejects.toMatchObject(isNotNamed);
    posts.held.set(next.subject, [{ role: 'resourceReviewer', organisation: school }]);
    await ended(holder(next));
    await expect(publish(id, ofSchool)).rejects.toMatchObject(isNotNamed);
    posts.held.delete(next.subject);
    await ended(holder(next));
    expect((await work.of(holder(ofSchool))).map((each) => each.id)).toContain(id);
    expect(await publish(id, ofSchool)).toMatchObject({ status: 'published' });
    posts.hold(named);
    await name();
    const own = await register({ usage, subject: 'music' }, named);
    await submit(own.id, 'zh', named);
    expect((await work.of(holder(ofSchool))).map((each) => each.id)).toContain(own.id);
    expect(await publish(own.id, ofSchool)).toMatchObject({ status: 'published' });
  });

  it('names as contributors only who works where they are said to have done it, or was named before', async () => {
    const { school, sibling } = room.region;
    const [here, there] = [school, sibling].map((organisation) => posts.hold(person({ role: 'teacher', organisation }))) as [
      Caller,
      Caller,
    ];
    const pupil = posts.hold(person({ role: 'pupil', organisation: school }));
    const by = (who: string, organisation = school) => ({ person: who, organisation, role: 'editor' as const });
    const unknown = (people: string[], fields: string[]) => ({
      kind: { code: 'resource.contributors_unknown' },
      facts: { people, fields },
    });
    const nobody = newId();
    await expect(register({ contributors: [by(here.subject), by(nobody), by(there.subject)] })).rejects.toMatchObject(
      unknown([nobody, there.subject], ['contributors.1.person', 'contributors.2.person']),
    );
    await expect(register({ contributors: [by(pupil.subject)] })).rejects.toMatchObject(
      unknown([pupil.subject], ['contributors.0.person']),
    );
    const { id } = await register({ contributors: [by(here.subject), by(there.subject, sibling)] });
    posts.held.delete(here.subject);
    await expect(edit(id, { contributors: [by(here.subject)] })).resolves.toMatchObject({ contributors: [by(here.subject)] });
    await expect(edit(id, { contributors: [by(nobody)] })).rejects.toMatchObject(unknown([nobody], ['contributors.0.person']));
    await expect(edit(id, { contributors: [] })).resolves.toMatchObject({ contributors: [] });
  });

  it('lets nobody review their own resource, nor write in another’s', async () => {
    const both = person({ role: 'resourceReviewer', organisation: room.region.school, subject: teacher.subject });
    const { id } = await register({ usage });
    await submit(id);
    await expect(publish(id, both)).rejects.toMatchObject({ kind: { code: 'resource.own_review' } });
    const colleague = person({ role: 'teacher', organisation: room.region.school });
    await expect(edit(id, { title: '改名' }, colleague)).rejects.toMatchObject({ kind: { code: 'resource.not_yours' } });
    await expect(edit(id, { title: '改名' })).rejects.toMatchObject({ kind: { code: 'resource.locked' }, facts: { state: 'submitted' } });
  });

  it('shows each caller the moves they may make', async () => {
    const { id } = await register({ usage });
    const moves = async (by: Caller) => {
      const call = callOf(resources.resource, by);
      return (await room.get(Showing).one(await room.get(Finding).one(id, call), call)).moves;
    };
    expect(await moves(teacher)).toEqual(['submit']);
    expect(await moves(reviewer)).toEqual([]);
    await submit(id);
    expect(await moves(teacher)).toEqual([]);
    expect(await moves(reviewer)).toEqual(['return', 'reject', 'publish']);
  });

  it('hides a school’s resources from its sibling, and hands down what a county published', async () => {
    const { id } = await register({ usage });
    const sibling = person({ role: 'teacher', organisation: room.region.sibling });
    await expect(room.get(Finding).one(id, callOf(resources.resource, sibling))).rejects.toMatchObject({
      kind: { code: 'resource.not_found' },
    });
    const researcher = person({ role: 'subjectResearcher', organisation: room.region.county });
    const fromCounty = await register({ usage }, researcher);
    await expect(room.get(Finding).one(fromCounty.id, callOf(resources.resource, sibling))).rejects.toMatchObject({
      kind: { code: 'resource.not_found' },
    });
    await submit(fromCounty.id, 'zh', researcher);
    await publish(fromCounty.id);
    expect(await room.get(Finding).one(fromCounty.id, callOf(resources.resource, sibling))).toMatchObject({ status: 'published' });
    const moves = async (by: Caller) => {
      const call = callOf(resources.resource, by);
      return (await room.get(Showing).one(await room.get(Finding).one(fromCounty.id, call), call)).moves;
    };
    expect(await moves(person({ role: 'resourceReviewer', organisation: room.region.sibling }))).toEqual([]);
    expect(await moves(person({ role: 'resourceReviewer', organisation: room.region.city }))).toContain('withdraw');
  });

  it('discards only drafts, and leaves a tombstone', async () => {
    const { id } = await register({ usage });
    const discard = (which: string) => room.get(Cataloguing).discard(which, callOf(resources.discard, teacher));
    await discard(id);
    expect((await room.facts()).filter(({ entity }) => entity === id).at(-1)).toMatchObject({ version: 2, data: null });
    const submitted = await register({ usage });
    await submit(submitted.id);
    await expect(discard(submitted.id)).rejects.toMatchObject({ kind: { code: 'resource.locked' } });
  });
});
