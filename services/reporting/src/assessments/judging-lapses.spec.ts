import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CLOCK, reporting, type Caller, type Fact } from '@lianxue/contracts';
import { newId } from '@lianxue/persistence';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { migrations } from '../migrations/index.js';
import { entities } from '../reporting.module.js';
import { AnnouncingAssessments } from './announcing.js';
import type { Assessment } from './assessment.entity.js';
import { Correcting } from './correcting.js';
import { HearingOfLapses } from './hearing-of-lapses.js';
import { IssuingRubrics } from './issuing-rubrics.js';
import { JudgingLapses } from './judging-lapses.js';
import { RatingUnits } from './rating-units.js';
import { SelfRating } from './self-rating.js';

const deduction = (code: string, cause: 'incidentClock' | 'dailyReport', points: number, limit: number, clock?: string) => ({
  code,
  name: code,
  nameEn: code,
  cause,
  criterion: 'B1',
  points,
  limit,
  ...(clock === undefined ? {} : { clock }),
});
const content = {
  name: '网络安全考核',
  nameEn: 'Network security',
  dimensions: [
    {
      code: 'A1',
      name: '安全',
      nameEn: 'Security',
      criteria: [{ code: 'B1', name: '报告', nameEn: 'Reporting', points: 100, asks: '按时限报告' }],
    },
  ],
  vetoes: [],
  grades: [{ code: 'good', name: '良好', nameEn: 'Good', from: 98 }],
  deductions: [deduction('late', 'incidentClock', 2, 3, 'education.emergency'), deduction('nil', 'dailyReport', 0.5, 1)],
};

describe('what other services tell', () => {
  const clock = { at: new Date(), now: () => clock.at };
  let room: Room;
  let school: Caller;
  let county: Caller;
  let city: Caller;
  let assessment: Assessment;

  beforeAll(async () => {
    room = await openRoom('reporting', {
      entities,
      migrations,
      providers: [
        IssuingRubrics,
        AnnouncingAssessments,
        SelfRating,
        RatingUnits,
        Correcting,
        HearingOfLapses,
        JudgingLapses,
        { provide: CLOCK, useValue: clock },
      ],
    });
    school = person({ role: 'schoolAdmin', organisation: room.region.school });
    county = person({ role: 'countyReviewer', organisation: room.region.county });
    city = person({ role: 'cityReviewer', organisation: room.region.city });
  });
  afterAll(() => room.close());

  beforeEach(async () => {
    await room.query('delete from lapse');
    clock.at = new Date('2026-05-20T12:00:00+08:00');
    assessment = await announce();
  });

  const announce = async () => {
    const organisation = room.region.city;
    const rubric = await room
      .get(IssuingRubrics)
      .issue({ organisation, code: `security_${newId().slice(-8)}`, content }, callOf(reporting.issueRubric, city));
    const days = { firstDay: '2026-01-01', lastDay: '2026-12-31' };
    const windows = {
      opens: '2026-05-01T00:00:00+08:00',
      due: { self: '2026-06-01T00:00:00+08:00', first: '2026-06-10T00:00:00+08:00', final: '2026-06-20T00:00:00+08:00' },
    };
    const settings = { name: '考核', year: 2026, assesses: ['school' as const], ranked: false, objectionDays: 5 };
    return room
      .get(AnnouncingAssessments)
      .announce({ organisation, rubric: rubric.id, ...days, ...windows, ...settings }, callOf(reporting.announceAssessment, city));
  };
  /** As the relay hands it to the follower. */
  const hear = (thing: string, entity: string, version: number, data: object) =>
    room.get(HearingOfLapses).apply({ thing, entity, version, data: { id: entity, version, ...data } } as unknown as Fact, room);
  const incident = (
    id: string,
    version: number,
    dueAt: string,
    metAt: string | null,
    rules = ['education.emergency'],
    organisation = room.region.school,
  ) => hear('incident', id, version, { organisation, clocks: rules.map((rule) => ({ rule, dueAt, metAt })) });
  const round = () => room.get(JudgingLapses).goRound();
  const deductions = (of = assessment) =>
    room.query<{ id: string; organisation: string; rule: string; status: string; done: Date | null; source: object }>(
      'select id, organisation, rule, status, done, source from deduction where assessment = $1 order by due, organisation',
      [of.id],
    );
  const rate = async () => {
    const { id } = await room
      .get(SelfRating)
      .begin({ assessmentId: assessment.id, organisation: room.region.school }, callOf(reporting.beginRating, school));
    const scores = { B1: { points: 100, documents: [] } };
    await room.get(SelfRating).rate({ ratingId: id, scores }, callOf(reporting.selfRate, school, {}, { ifMatch: '*' }));
    await room.get(SelfRating).submit({ ratingId: id }, callOf(reporting.submitRating, school));
    return room.get(RatingUnits).first({ ratingId: id, scores: {} }, callOf(reporting.rateFirst, county));
  };
  const result = async () =>
    (await room.query<object>('select deducted::float, total::float, grade from rating where assessment = $1', [assessment.id]))[0];

  it('costs points when an incident was reported late, once however often it is told, up to the limit', async () => {
    await rate();
    const id = newId();
    await incident(id, 1, '2026-05-19T10:00:00+08:00', '2026-05-19T11:00:00+08:00', ['education.emergency', 'cac.province']);
    await round();
    await incident(id, 2, '2026-05-19T10:00:00+08:00', '2026-05-19T11:00:00+08:00', ['education.emergency', 'cac.province']);
    await round();
    expect(await deductions()).toEqual([
      expect.objectContaining({
        organisation: room.region.school,
        rule: 'late',
        status: 'counted',
        source: { service: 'incidents', thing: 'incident', entity: id, detail: 'education.emergency' },
      }),
    ]);
    expect(await result()).toEqual({ deducted: 2, total: 98, grade: 'good' });
    await incident(newId(), 1, '2026-05-18T10:00:00+08:00', '2026-05-19T11:00:00+08:00');
    await round();
    expect(await result()).toEqual({ deducted: 3, total: 97, grade: null });
  });

  it('costs nothing in time, and nothing before its time', async () => {
    const open = newId();
    await incident(newId(), 1, '2026-05-20T11:00:00+08:00', '2026-05-20T10:00:00+08:00');
    await incident(open, 1, '2026-05-20T14:00:00+08:00', null);
    await round();
    expect(await deductions()).toEqual([]);
    clock.at = new Date('2026-05-20T14:00:01+08:00');
    await round();
    expect(await deductions()).toMatchObject([{ status: 'counted', done: null }]);
    await incident(open, 2, '2026-05-20T14:00:00+08:00', '2026-05-20T15:00:00+08:00');
    clock.at = new Date('2026-05-20T15:00:01+08:00');
    await round();
    expect(await deductions()).toMatchObject([{ status: 'counted', done: new Date('2026-05-20T15:00:00+08:00') }]);
  });

  it('is lifted by itself when the incident was none, and an older telling changes nothing', async () => {
    await rate();
    const id = newId();
    await incident(id, 1, '2026-05-19T10:00:00+08:00', null);
    await round();
    expect(await result()).toMatchObject({ total: 98 });
    await incident(id, 3, '2026-05-19T10:00:00+08:00', null, []);
    await incident(id, 2, '2026-05-19T10:00:00+08:00', null);
    await round();
    expect(await deductions()).toMatchObject([{ status: 'lifted' }]);
    expect(await result()).toEqual({ deducted: 0, total: 100, grade: 'good' });
  });

  it('counts what was overdue before the assessment was announced', async () => {
    await incident(newId(), 1, '2026-02-01T10:00:00+08:00', null);
    await incident(newId(), 1, '2025-12-31T10:00:00+08:00', null);
    await round();
    const later = await announce();
    await round();
    expect(await deductions(later)).toHaveLength(1);
    expect(await deductions()).toHaveLength(1);
  });

  it('costs points when a daily report was late or never came', async () => {
    const guardPeriod = newId();
    const { county: declaring, school: late, sibling } = room.region;
    await hear('guardPeriod', guardPeriod, 1, {
      organisation: declaring,
      from: '2026-05-18',
      to: '2026-05-19',
      dailyDeadline: '17:00',
      kinds: ['school'],
    });
    const file = (organisation: string, day: string, filedAt: string) =>
      hear('dailyReport', newId(), 1, { guardPeriod, organisation, day, filedAt });
    await file(late, '2026-05-18', '2026-05-18T16:00:00+08:00');
    await file(sibling, '2026-05-18', '2026-05-18T16:00:00+08:00');
    await file(late, '2026-05-19', '2026-05-19T18:00:00+08:00');
    await round();
    expect(await deductions()).toMatchObject(
      [late, sibling].sort().map((organisation) => ({ organisation, rule: 'nil', status: 'counted' })),
    );
    await file(sibling, '2026-05-19', '2026-05-19T16:59:00+08:00');
    await round();
    expect((await deductions()).find(({ organisation }) => organisation === sibling)!.status).toBe('lifted');
    expect(await room.query('select next_due from guard_watch where period = $1', [guardPeriod])).toEqual([{ next_due: null }]);
  });

  it('is contested by the unit, and lifted or upheld by who announced the assessment', async () => {
    await rate();
    await incident(newId(), 1, '2026-05-19T10:00:00+08:00', null);
    await round();
    const { id } = (await deductions())[0]!;
    const contest = (by: Caller) =>
      room.get(Correcting).contest({ deductionId: id, grounds: '电话已报告' }, callOf(reporting.contestDeduction, by));
    const decide = (decision: 'uphold' | 'lift', by: Caller) =>
      room.get(Correcting).decideDeduction({ deductionId: id, decision, reason: '有通话记录' }, callOf(reporting.decideDeduction, by));
    await expect(contest(county)).rejects.toMatchObject({ kind: { code: 'rating.not_own' } });
    await expect(decide('uphold', city)).rejects.toMatchObject({ kind: { code: 'move.not_allowed' } });
    await contest(school);
    await expect(decide('lift', county)).rejects.toMatchObject({ kind: { code: 'rating.waiting' } });
    await decide('lift', city);
    expect(await result()).toEqual({ deducted: 0, total: 100, grade: 'good' });
    expect(await room.query(`select data ->> 'status' as status from outbox where entity = $1 order by seq`, [id])).toEqual(
      ['counted', 'contested', 'lifted'].map((status) => ({ status })),
    );
  });
});
