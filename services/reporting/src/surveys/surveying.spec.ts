import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CLOCK, reporting, SurveyInput, type Answers, type Caller } from '@lianxue/contracts';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { migrations } from '../migrations/index.js';
import { personColumns } from '../person-columns.js';
import { entities } from '../reporting.module.js';
import type { Survey } from './survey.entity.js';
import { Surveying } from './surveying.js';
import { Tallying } from './tallying.js';

const questions = [
  { code: 'content', kind: 'scale' as const, asks: '您对学校信息化是否满意', required: true },
  {
    code: 'best',
    kind: 'single' as const,
    asks: '最满意的是',
    required: true,
    options: [
      { code: 'network', name: '网络' },
      { code: 'resources', name: '资源' },
    ],
  },
  {
    code: 'used',
    kind: 'multiple' as const,
    asks: '用过哪些',
    required: false,
    options: [
      { code: 'homework', name: '智慧作业' },
      { code: 'classes', name: '直播课堂' },
    ],
  },
  { code: 'words', kind: 'text' as const, asks: '建议', required: false },
];

describe('a survey', () => {
  const clock = { at: new Date(), now: () => clock.at };
  let room: Room;
  let county: Caller;
  let survey: Survey;

  beforeAll(async () => {
    room = await openRoom('reporting', { entities, migrations, providers: [Surveying, Tallying, { provide: CLOCK, useValue: clock }] });
    county = person({ role: 'countyReviewer', organisation: room.region.county });
  });
  afterAll(() => room.close());

  beforeEach(async () => {
    clock.at = new Date('2026-11-05T08:00:00+08:00');
    survey = await announce();
  });

  const settings = () => ({
    organisation: room.region.county,
    name: '家长满意度测评',
    anonymous: true,
    roles: ['guardian' as const, 'teacher' as const],
    share: 100,
    questions,
    opens: '2026-11-01T00:00:00+08:00',
    closes: '2026-11-10T23:59:59+08:00',
  });
  const announce = (more = {}) => room.get(Surveying).announce({ ...settings(), ...more }, callOf(reporting.announceSurvey, county));
  const guardian = (organisation = room.region.school) => person({ role: 'guardian', organisation });
  const answer = (answers: Answers, by: Caller = guardian(), of = survey) =>
    room.get(Surveying).answer({ surveyId: of.id, answers }, callOf(reporting.answerSurvey, by));
  const right = { content: 4, best: 'network' };
  const many = async (count: number, organisation: string, answers: Answers = right) => {
    for (let each = 0; each < count; each++) await answer(answers, guardian(organisation));
  };
  const results = async (by: Caller = county, of = survey) => {
    clock.at = new Date('2026-11-11T08:00:00+08:00');
    return room.get(Tallying).results({ surveyId: of.id }, callOf(reporting.surveyResults, by));
  };

  it('describes its tables as the migrations make them', async () => {
    expect(await room.schemaDiff()).toEqual([]);
  });

  it('says of every column that may name a person what a merging does with it', async () => {
    expect(await room.undeclaredPersons(personColumns)).toEqual([]);
  });

  it('is answered once by each person who is asked, while it is open', async () => {
    const one = guardian();
    const invitation = (by: Caller) => room.get(Surveying).invitation({ surveyId: survey.id }, callOf(reporting.surveyInvitation, by));
    expect(await invitation(one)).toEqual({ asked: true, answered: false });
    await answer(right, one);
    expect(await invitation(one)).toEqual({ asked: true, answered: true });
    await expect(answer(right, { ...one, role: 'teacher' })).rejects.toMatchObject({ kind: { code: 'survey.answered' } });
    const both = person({ role: 'guardian', organisation: room.region.school });
    const twice = await Promise.allSettled([answer(right, both), answer(right, both)]);
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(answer(right, person({ role: 'schoolAdmin', organisation: room.region.school }))).rejects.toMatchObject({
      kind: { code: 'survey.not_asked' },
    });
    await expect(answer(right, guardian(room.region.farSchool))).rejects.toMatchObject({ kind: { code: 'survey.not_found' } });
    clock.at = new Date('2026-11-11T00:00:00+08:00');
    await expect(answer(right)).rejects.toMatchObject({ kind: { code: 'survey.not_open' } });
  });

  it('keeps an anonymous answer apart from who gave it, and from when', async () => {
    const one = guardian();
    await answer({ ...right, words: '网速慢' }, one);
    const kept = await room.query<{ id: string }>('select * from anonymous_answer where survey = $1', [survey.id]);
    expect(Object.keys(kept[0]!).sort()).toEqual(['answers', 'id', 'organisation', 'survey']);
    expect(kept[0]!.id[14]).toBe('4');
    for (const table of ['survey_turnout', 'anonymous_answer', 'outbox', 'audit', 'idempotency'])
      expect(JSON.stringify(await room.query(`select t.* from ${table} t`))).not.toContain(one.subject);
  });

  it('asks a part of them by lot, the same whenever it is asked', async () => {
    const half = await announce({ share: 50 });
    const people = Array.from({ length: 60 }, () => guardian());
    const drawn = async () => {
      const asked: boolean[] = [];
      for (const by of people)
        asked.push((await room.get(Surveying).invitation({ surveyId: half.id }, callOf(reporting.surveyInvitation, by))).asked);
      return asked;
    };
    const first = await drawn();
    expect(new Set(first)).toEqual(new Set([true, false]));
    expect(await drawn()).toEqual(first);
    await expect(answer(right, people[first.indexOf(false)], half)).rejects.toMatchObject({ kind: { code: 'survey.not_asked' } });
  });

  it('names every answer that does not fit its question', async () => {
    await expect(answer({ content: 6, best: 'none', used: ['homework', 'homework'], else: 'x' })).rejects.toMatchObject({
      kind: { code: 'survey.broken_rules' },
      facts: {
        faults: [
          { question: 'else', rule: 'unknown' },
          { question: 'content', rule: 'kind' },
          { question: 'best', rule: 'option' },
          { question: 'used', rule: 'option' },
        ],
      },
    });
    await expect(answer({ content: 3 })).rejects.toMatchObject({ facts: { faults: [{ question: 'best', rule: 'required' }] } });
  });

  it('shows what it comes to when it is over, and no group under five', async () => {
    const { school, sibling, centralSchool } = room.region;
    await many(6, school);
    await many(1, school, { content: 1, best: 'resources', used: ['homework'] });
    await many(5, sibling);
    await many(3, centralSchool);
    await expect(room.get(Tallying).results({ surveyId: survey.id }, callOf(reporting.surveyResults, county))).rejects.toMatchObject({
      kind: { code: 'survey.running' },
    });
    const seen = await results();
    expect(seen).toMatchObject({ answered: 15, withheld: 2 });
    expect(seen.tallies![0]).toMatchObject({ question: 'content', answered: 15, mean: '3.80' });
    expect(seen.tallies![1]!.counts).toEqual([
      { option: 'network', count: 14, share: '93.33' },
      { option: 'resources', count: 1, share: '6.67' },
    ]);
    expect(seen.tallies![2]).toMatchObject({ answered: 1, counts: [{ option: 'homework', count: 1 }, { count: 0 }] });
    // Three answers left over could be told from the whole, so the smaller of the others is held back with them.
    expect(seen.units.map(({ organisation, answered }) => ({ organisation, answered }))).toEqual([{ organisation: school, answered: 7 }]);
    expect((await results(person({ role: 'schoolAdmin', organisation: sibling }))).units).toEqual([]);
  });

  it('shows nothing of fewer than five', async () => {
    await many(4, room.region.school);
    expect(await results()).toMatchObject({ answered: 4, tallies: null, units: [], withheld: 1 });
  });

  it('names those who answer only where it said so', async () => {
    const named = (of: Survey) => room.get(Tallying).named({ surveyId: of.id, limit: 20 }, callOf(reporting.namedAnswers, county));
    await expect(named(survey)).rejects.toMatchObject({ kind: { code: 'survey.names_nobody' } });
    const open = await announce({ anonymous: false });
    const one = guardian();
    await answer(right, one, open);
    expect((await named(open)).items).toMatchObject([{ person: one.subject, answers: right }]);
    expect(JSON.stringify(await room.facts())).not.toContain(one.subject);
  });

  it('asks pupils anonymously and without free words, or not at all', () => {
    const asks = (more: object) => SurveyInput.safeParse({ ...settings(), roles: ['pupil'], ...more }).success;
    expect(asks({ questions: questions.slice(0, 3) })).toBe(true);
    expect(asks({})).toBe(false);
    expect(asks({ questions: questions.slice(0, 3), anonymous: false })).toBe(false);
  });

  it('is extended while it runs, and never shortened', async () => {
    const extend = (closes: string) =>
      room.get(Surveying).extend({ surveyId: survey.id, closes }, callOf(reporting.extendSurvey, county, {}, { ifMatch: '*' }));
    await expect(extend('2026-11-09T00:00:00+08:00')).rejects.toMatchObject({ kind: { code: 'survey.shortened' } });
    expect((await extend('2026-11-12T00:00:00+08:00')).closes).toEqual(new Date('2026-11-12T00:00:00+08:00'));
    clock.at = new Date('2026-11-13T00:00:00+08:00');
    await expect(extend('2026-11-20T00:00:00+08:00')).rejects.toMatchObject({ kind: { code: 'survey.shortened' } });
  });
});
