import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { activities, CLOCK, type ActivitySettings, type Caller } from '@lianxue/contracts';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { newId } from '@lianxue/persistence';
import { entities } from './activities.module.js';
import { Announcing } from './announcing/announcing.js';
import { Objecting } from './announcing/objecting.js';
import { Assigning } from './evaluating/assigning.js';
import { ExpertsWork } from './evaluating/experts-work.js';
import { Scoring } from './evaluating/scoring.js';
import { migrations } from './migrations/index.js';
import { personColumns } from './person-columns.js';
import type { Activity } from './organising/activity.entity.js';
import { Organising } from './organising/organising.js';
import { templates } from './organising/templates/index.js';
import { Entering } from './works/entering.js';
import type { Entry } from './works/entry.entity.js';
import { entryView } from './works/entry.view.js';
import { Posts, type Post } from './works/posts.js';
import { Recommending } from './works/recommending.js';

const span = (opens: string, closes: string) => ({ opens: `${opens}T00:00:00+08:00`, closes: `${closes}T23:59:59+08:00` });
const windows = {
  entry: span('2026-03-01', '2026-03-31'),
  recommendation: span('2026-03-01', '2026-04-30'),
  evaluation: span('2026-03-01', '2026-05-31'),
};
const settings: ActivitySettings = {
  ...templates[0]!.rules,
  quotas: [{ tier: 'school', group: 'primary', quota: 1 }],
  evaluationsPerEntry: 2,
  expertLoad: 2,
  windows,
};
const fullMarks = { idea: 25, innovation: 25, art: 25, technique: 25 };

describe('an activity', () => {
  const clock = { at: new Date(), now: () => clock.at };
  /** What identity would say: who holds which posts. */
  const held = new Map<string, Post[]>();
  let room: Room;
  let city: Caller;
  let county: Caller;
  let teacher: Caller;
  let admin: Caller;
  let activity: Activity;

  const someone = (role: Post['role'], organisation: string): string => {
    const id = newId();
    held.set(id, [{ role, organisation }]);
    return id;
  };

  beforeAll(async () => {
    const providers = [Organising, Entering, Recommending, Assigning, Scoring, ExpertsWork, Announcing, Objecting];
    const posts: Posts = { of: async (id) => held.get(id) ?? [] };
    room = await openRoom('activities', {
      entities,
      migrations,
      providers: [...providers, { provide: Posts, useValue: posts }, { provide: CLOCK, useValue: clock }],
    });
    const { region } = room;
    city = person({ role: 'centreHead', organisation: region.city });
    county = person({ role: 'countyReviewer', organisation: region.county });
    teacher = person({ role: 'teacher', organisation: region.school });
    admin = person({ role: 'schoolAdmin', organisation: region.school });
    held.set(teacher.subject, [{ role: 'teacher', organisation: region.school }]);
  });
  afterAll(() => room.close());

  beforeEach(async () => {
    clock.at = new Date('2026-03-10T08:00:00+08:00');
    activity = await room.get(Organising).prepare({ organisation: room.region.city, settings }, callOf(activities.prepareActivity, city));
    await room.get(Organising).open(activity.id, callOf(activities.openActivity, city));
  });

  const work = (organisation: string) => ({
    group: 'primary',
    category: 'painting',
    title: '我的家乡',
    pupil: someone('pupil', organisation),
    advisers: [],
  });
  const enter = (by = teacher, more: object = {}) =>
    room
      .get(Entering)
      .enter(
        { activityId: activity.id, organisation: by.organisation!, ...work(by.organisation!), ...more },
        callOf(activities.enterWork, by),
      );
  const recommend = ({ id }: Entry, by: Caller) => room.get(Recommending).recommend(id, callOf(activities.recommendEntry, by));
  const assign = ({ id }: Entry, expert: string) =>
    room.get(Assigning).assign({ entryId: id, expert }, callOf(activities.assignExpert, city));
  const expertAt = (organisation: string): Caller => person({ role: 'expert', organisation, subject: someone('expert', organisation) });
  const score = (evaluationId: string, scores: Record<string, number>, by: Caller) =>
    room.get(Scoring).score({ evaluationId, scores }, callOf(activities.scoreEntry, by));
  /** A work that has gone all the way to the city. */
  const atCity = async (more: object = {}) => recommend(await recommend(await enter(teacher, more), admin), county);
  const evaluated = async () => {
    const entry = await atCity();
    const experts = [expertAt(room.region.farSchool), expertAt(room.region.neighbourCounty)];
    const evaluations = await Promise.all(experts.map((expert) => assign(entry, expert.subject)));
    await Promise.all(evaluations.map(({ id }, index) => score(id, { ...fullMarks, art: 20 + index }, experts[index]!)));
    return entry;
  };
  const announce = ({ id }: Entry) =>
    room
      .get(Announcing)
      .announce({ activityId: activity.id, awards: [{ entry: id, award: 'first' }] }, callOf(activities.announceResults, city));
  const finalise = (noticeId: string) => room.get(Announcing).finalise(noticeId, callOf(activities.finaliseNotice, city));
  const object = (noticeId: string, entry: string) =>
    room.get(Objecting).file({ noticeId, entry, grounds: '与往年作品雷同' }, callOf(activities.fileObjection, teacher));
  const decide = (objectionId: string, decision: 'uphold' | 'dismiss') =>
    room.get(Objecting).decide({ objectionId, decision, answer: '已核实' }, callOf(activities.decideObjection, city));
  const stateOf = async ({ id }: Entry) =>
    (await room.query<{ status: string; score: string | null }>('select status, score from entry where id = $1', [id]))[0];

  it('describes its tables as the migrations make them', async () => {
    expect(await room.schemaDiff()).toEqual([]);
  });

  it('says of every column that may name a person what a merging does with it', async () => {
    expect(await room.undeclaredPersons(personColumns)).toEqual([]);
  });

  it('ships configurations that are settings once dates are added', () => {
    for (const { rules } of templates)
      expect(activities.prepareActivity.body.shape.settings.safeParse({ ...rules, windows }).error).toBeUndefined();
  });

  it('is nobody else’s before it opens', async () => {
    const draft = await room
      .get(Organising)
      .prepare({ organisation: room.region.city, settings }, callOf(activities.prepareActivity, city));
    const early = room
      .get(Entering)
      .enter(
        { activityId: draft.id, organisation: room.region.school, ...work(room.region.school) },
        callOf(activities.enterWork, teacher),
      );
    await expect(early).rejects.toMatchObject({ kind: { code: 'activity.not_found' } });
  });

  it('takes works of the school’s own pupils, in time', async () => {
    await expect(enter(teacher, { pupil: someone('pupil', room.region.sibling) })).rejects.toMatchObject({
      kind: { code: 'entry.pupil_unknown' },
    });
    await expect(enter(teacher, { advisers: [newId()] })).rejects.toMatchObject({ kind: { code: 'entry.adviser_unknown' } });
    await expect(enter(teacher, { group: 'university' })).rejects.toMatchObject({ kind: { code: 'entry.choice_unknown' } });
    clock.at = new Date('2026-04-01T00:00:00+08:00');
    await expect(enter()).rejects.toMatchObject({ kind: { code: 'activity.stage_closed' }, facts: { stage: 'entry' } });
  });

  it('keeps the pupil out of its facts', async () => {
    const { id, pupil } = await enter();
    const facts = (await room.facts()).filter(({ entity }) => entity === id);
    expect(facts.map(({ type }) => type)).toEqual(['cn.lianxue.activities.entry.entered']);
    expect(JSON.stringify(facts)).not.toContain(pupil);
  });

  it('lets a school recommend within its quota, two at once too', async () => {
    const entries = await Promise.all([enter(), enter(), enter()]);
    const results = await Promise.allSettled(entries.map((entry) => recommend(entry, admin)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results.filter(({ status }) => status === 'rejected')) {
      expect((result as PromiseRejectedResult).reason).toMatchObject({
        kind: { code: 'quota.exceeded' },
        facts: { quota: 1, used: 1, tier: 'school' },
      });
    }
  });

  it('goes up tier by tier, and skips a tier that does not exist', async () => {
    const entry = await enter();
    await expect(recommend(entry, county)).rejects.toMatchObject({
      kind: { code: 'entry.elsewhere' },
      facts: { organisation: '第一小学', tier: 'school' },
    });
    expect(await recommend(entry, admin)).toMatchObject({ status: 'recommended', tier: 'county', standsWith: room.region.county });
    expect(await recommend(entry, county)).toMatchObject({ tier: 'city', standsWith: room.region.city });
    await expect(recommend(entry, city)).rejects.toMatchObject({ kind: { code: 'entry.at_top' } });
    const direct = await enter(person({ role: 'teacher', organisation: room.region.citySchool }));
    expect(await recommend(direct, person({ role: 'schoolAdmin', organisation: room.region.citySchool }))).toMatchObject({
      tier: 'city',
      standsWith: room.region.city,
    });
  });

  it('refuses experts with a conflict of interest, and too many entries for one', async () => {
    const entry = await atCity({ advisers: [teacher.subject] });
    await expect(assign(entry, someone('expert', room.region.school))).rejects.toMatchObject({
      kind: { code: 'expert.conflict' },
      facts: { because: 'school' },
    });
    held.get(teacher.subject)!.push({ role: 'expert', organisation: room.region.county });
    await expect(assign(entry, teacher.subject)).rejects.toMatchObject({
      kind: { code: 'expert.conflict' },
      facts: { because: 'adviser' },
    });
    await expect(assign(entry, someone('teacher', room.region.farSchool))).rejects.toMatchObject({ kind: { code: 'expert.unknown' } });
    const busy = someone('expert', room.region.farSchool);
    await assign(entry, busy);
    await expect(assign(entry, busy)).rejects.toMatchObject({ kind: { code: 'expert.assigned' } });
    await room.query(`update allowance set used = 2 where holder = $1`, [busy]);
    const direct = await enter(person({ role: 'teacher', organisation: room.region.citySchool }));
    await recommend(direct, person({ role: 'schoolAdmin', organisation: room.region.citySchool }));
    await expect(assign(direct, busy)).rejects.toMatchObject({ kind: { code: 'expert.overloaded' }, facts: { limit: 2, assigned: 2 } });
  });

  it('passes with an expert’s post to the successor, unless they have to do with the school', async () => {
    const leaving = expertAt(room.region.farSchool);
    const holder = { person: leaving.subject, role: 'expert', organisation: room.region.farSchool };
    const { id } = await assign(await atCity(), leaving.subject);
    const work = room.get(ExpertsWork);
    expect(await work.of(holder)).toMatchObject([{ service: 'activities', thing: 'evaluation', id }]);
    const partial = someone('expert', room.region.school);
    await work.passOver(holder, partial);
    expect(await work.of({ ...holder, person: partial })).toEqual([]);
    const successor = expertAt(room.region.neighbourCounty);
    await work.passOver(holder, successor.subject);
    expect(await work.of(holder)).toEqual([]);
    await expect(score(id, fullMarks, successor)).resolves.toMatchObject({ status: 'scored' });
  });

  it('is scored by its own experts, by the rubric', async () => {
    const entry = await atCity();
    const expert = expertAt(room.region.farSchool);
    const { id } = await assign(entry, expert.subject);
    await expect(score(id, fullMarks, expertAt(room.region.farSchool))).rejects.toMatchObject({ kind: { code: 'evaluation.not_found' } });
    await expect(score(id, { idea: 26, art: 20.55, beauty: 1, technique: 25 }, expert)).rejects.toMatchObject({
      facts: {
        faults: [
          { criterion: 'beauty', rule: 'unknown' },
          { criterion: 'idea', rule: 'range', max: 25 },
          { criterion: 'innovation', rule: 'missing' },
          { criterion: 'art', rule: 'range' },
        ],
      },
    });
    expect(await score(id, { ...fullMarks, art: 20.5 }, expert)).toMatchObject({ total: '95.50', status: 'scored' });
    expect(await stateOf(entry)).toEqual({ status: 'recommended', score: null });
  });

  it('has its mean once all experts have scored, and only the organiser sees it', async () => {
    const entry = await evaluated();
    expect(await stateOf(entry)).toEqual({ status: 'evaluated', score: '95.50' });
    Object.assign(entry, { score: '95.50' });
    expect([city, county, teacher].map((caller) => entryView(entry, caller).score)).toEqual([95.5, null, null]);
  });

  it('stands in public notice without people, and becomes final only after it', async () => {
    const entry = await evaluated();
    const notice = await announce(entry);
    expect(notice.lines).toEqual([
      {
        entry: entry.id,
        organisation: room.region.school,
        school: '第一小学',
        title: '我的家乡',
        group: '小学组',
        category: '电脑绘画',
        award: '一等奖',
        struck: false,
      },
    ]);
    expect(JSON.stringify(notice)).not.toContain(entry.pupil);
    await expect(finalise(notice.id)).rejects.toMatchObject({
      kind: { code: 'notice.running' },
      facts: { closes: '2026-03-17T08:00:00+08:00' },
    });
    clock.at = new Date('2026-03-17T08:00:01+08:00');
    expect(await finalise(notice.id)).toMatchObject({ status: 'finalised' });
    expect(await stateOf(entry)).toMatchObject({ status: 'recognised' });
  });

  it('hears objections while the notice runs, and waits for them', async () => {
    const entry = await evaluated();
    const { id } = await announce(entry);
    await expect(object(id, newId())).rejects.toMatchObject({ kind: { code: 'notice.entry_unknown' } });
    const [first, second] = [await object(id, entry.id), await object(id, entry.id)];
    clock.at = new Date('2026-03-18T08:00:00+08:00');
    await expect(object(id, entry.id)).rejects.toMatchObject({ kind: { code: 'notice.over' } });
    await expect(finalise(id)).rejects.toMatchObject({ kind: { code: 'objection.undecided' }, facts: { count: 2 } });
    await decide(first.id, 'dismiss');
    await decide(second.id, 'uphold');
    expect((await finalise(id)).lines[0]).toMatchObject({ struck: true });
    expect(await stateOf(entry)).toMatchObject({ status: 'struck' });
  });

  it('announces nothing that has not been evaluated', async () => {
    const entry = await atCity();
    await expect(announce(entry)).rejects.toMatchObject({ kind: { code: 'notice.entries_unready' }, facts: { entries: [entry.id] } });
  });
});
