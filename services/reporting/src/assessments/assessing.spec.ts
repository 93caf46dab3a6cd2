import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CLOCK, reporting, RubricContent, type Caller } from '@lianxue/contracts';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { migrations } from '../migrations/index.js';
import { entities } from '../reporting.module.js';
import { AnnouncingAssessments } from './announcing.js';
import type { Assessment } from './assessment.entity.js';
import { ratingView } from './assessment.view.js';
import { Correcting } from './correcting.js';
import { FollowingAssessments } from './following-assessments.js';
import { IssuingRubrics } from './issuing-rubrics.js';
import { RatingUnits } from './rating-units.js';
import type { Rating } from './rating.entity.js';
import { SelfRating } from './self-rating.js';
import { rubricTemplates } from './templates/index.js';
import { termsWithin } from './terms.js';
import { Store } from '@lianxue/persistence';

const content: RubricContent = {
  name: '智慧校园评估',
  nameEn: 'Smart campus',
  dimensions: [
    {
      code: 'A1',
      name: '环境',
      nameEn: 'Environment',
      criteria: [
        { code: 'B1', name: '网络', nameEn: 'Network', points: 60.1, asks: '千兆到校', evidence: '测速记录' },
        { code: 'B2', name: '终端', nameEn: 'Terminals', points: 39.9, asks: '生机比' },
      ],
    },
  ],
  vetoes: [{ code: 'falseData', name: '弄虚作假', nameEn: 'Falsified data' }],
  grades: [
    { code: 'model', name: '示范校', nameEn: 'Model school', from: 90 },
    { code: 'qualified', name: '合格校', nameEn: 'Qualified school', from: 80 },
  ],
  deductions: [],
};

const windows = {
  opens: '2026-11-01T00:00:00+08:00',
  due: { self: '2026-11-10T23:59:59+08:00', first: '2026-11-20T23:59:59+08:00', final: '2026-11-30T23:59:59+08:00' },
};

describe('an assessment', () => {
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
        FollowingAssessments,
        { provide: CLOCK, useValue: clock },
      ],
    });
    school = person({ role: 'schoolAdmin', organisation: room.region.school });
    county = person({ role: 'countyReviewer', organisation: room.region.county });
    city = person({ role: 'cityReviewer', organisation: room.region.city });
  });
  afterAll(() => room.close());

  beforeEach(async () => {
    clock.at = new Date('2026-11-05T08:00:00+08:00');
    assessment = await announce(2026, (await issue(code())).id);
  });

  const code = () => `smart_${Math.random().toString(36).slice(2, 10)}`;
  const issue = (as: string, by = city) =>
    room.get(IssuingRubrics).issue({ organisation: by.organisation!, code: as, content }, callOf(reporting.issueRubric, by));
  const announce = (year: number, rubric: string, more = {}, by = city) =>
    room.get(AnnouncingAssessments).announce(
      {
        organisation: by.organisation!,
        rubric,
        name: `${year}年智慧校园评估`,
        year,
        firstDay: `${year}-01-01`,
        lastDay: `${year}-12-31`,
        assesses: ['school', 'centralSchool'],
        ranked: true,
        objectionDays: 5,
        ...windows,
        ...more,
      },
      callOf(reporting.announceAssessment, by),
    );
  const begin = (by = school, organisation = by.organisation!, of = assessment) =>
    room.get(SelfRating).begin({ assessmentId: of.id, organisation }, callOf(reporting.beginRating, by));
  const full = { B1: { points: 60.1, evidence: '测速报告', documents: [] }, B2: { points: 35.2, documents: [] } };
  const rate = ({ id }: Rating, scores: Parameters<SelfRating['rate']>[0]['scores'] = full, by = school) =>
    room.get(SelfRating).rate({ ratingId: id, scores }, callOf(reporting.selfRate, by, {}, { ifMatch: '*' }));
  const submit = ({ id }: Rating, by = school) => room.get(SelfRating).submit({ ratingId: id }, callOf(reporting.submitRating, by));
  type Given = Parameters<RatingUnits['first']>[0];
  const first = ({ id }: Rating, given: Partial<Given> = {}, by = county) =>
    room.get(RatingUnits).first({ ratingId: id, scores: {}, ...given }, callOf(reporting.rateFirst, by));
  const final = ({ id }: Rating, given: Partial<Given> = {}, by = city) =>
    room.get(RatingUnits).final({ ratingId: id, scores: {}, ...given }, callOf(reporting.rateFinal, by));
  const publish = (of = assessment, by = city) =>
    room.get(AnnouncingAssessments).publish({ assessmentId: of.id }, callOf(reporting.publishAssessment, by));
  const handedIn = async (by = school) => submit(await rate(await begin(by), full, by), by);
  const rated = async (by = school, rater = county) => final(await first(await handedIn(by), {}, rater));
  const view = async (rating: Rating, by: Caller) => {
    const call = callOf(reporting.rating, by);
    return room.get(Store).commit(call, async (work) => ratingView(rating, await termsWithin(work, rating.assessment), call, clock.now()));
  };
  const results = (by: Caller, of = assessment) =>
    room.get(FollowingAssessments).results({ assessmentId: of.id, limit: 20 }, callOf(reporting.assessmentResults, by));

  it('describes its tables as the migrations make them', async () => {
    expect(await room.schemaDiff()).toEqual([]);
  });

  it('ships rubrics that make sense in themselves', () => {
    for (const template of rubricTemplates)
      expect([template.code, RubricContent.safeParse(template.content).error]).toEqual([template.code, undefined]);
  });

  it('goes from the self-rating over the first to the final one, and its points are exact', async () => {
    const one = await handedIn();
    expect(one).toMatchObject({ status: 'selfRated', firstRater: room.region.county });
    expect((await view(one, county)).moves).toEqual(['return', 'rateFirst']);
    const two = await first(one, { scores: { B2: { points: 30.1, reason: '三台终端已报废' } } });
    expect(two.result).toEqual({ points: 90.2, deducted: 0, total: 90.2, grade: 'model', vetoed: false });
    const three = await final(two, { scores: { B1: { points: 50.1, reason: '现场测速 800M' } } });
    expect(three.result).toMatchObject({ points: 80.2, total: 80.2, grade: 'qualified' });
    expect((await view(three, school)).status).toBe('finalRated');
    await publish();
    expect((await results(school)).items).toEqual([
      expect.objectContaining({ organisation: room.region.school, total: 80.2, grade: 'qualified', rank: 1, previous: null }),
    ]);
  });

  it('goes back with reasons, and comes again', async () => {
    const one = await handedIn();
    const call = callOf(reporting.returnRating, county);
    const returned = await room.get(RatingUnits).return({ ratingId: one.id, reasons: [{ criterion: 'B1', reason: '缺测速记录' }] }, call);
    expect(returned.status).toBe('returned');
    clock.at = new Date('2026-11-15T08:00:00+08:00');
    expect((await submit(await rate(returned))).status).toBe('selfRated');
    await expect(
      room.get(RatingUnits).return({ ratingId: one.id, reasons: [{ criterion: 'B9', reason: '无' }] }, call),
    ).rejects.toMatchObject({ facts: { faults: [{ criterion: 'B9', rule: 'unknown' }] } });
  });

  it('names every criterion that is not as it should be', async () => {
    const rating = await begin();
    await expect(rate(rating, { B1: { points: 61, documents: [] }, B7: { points: 1, documents: [] } })).rejects.toMatchObject({
      kind: { code: 'rating.broken_rules' },
      facts: {
        faults: [
          { criterion: 'B1', rule: 'range', most: 60.1 },
          { criterion: 'B7', rule: 'unknown' },
        ],
      },
    });
    await expect(submit(await rate(rating, { B1: { points: 60, documents: [] } }))).rejects.toMatchObject({
      facts: {
        faults: [
          { criterion: 'B1', rule: 'evidence' },
          { criterion: 'B2', rule: 'missing' },
        ],
      },
    });
    await expect(first(await submit(await rate(rating)), { scores: { B2: { points: 1 } } })).rejects.toMatchObject({
      facts: { faults: [{ criterion: 'B2', rule: 'reason' }] },
    });
    await expect(first(rating, { vetoes: [{ code: 'other', reason: '查实' }] })).rejects.toMatchObject({
      facts: { faults: [{ criterion: 'other', rule: 'unknown' }] },
    });
  });

  it('lets one veto overrule all points', async () => {
    const rating = await first(await handedIn(), { vetoes: [{ code: 'falseData', reason: '台账造假' }] });
    expect(rating.result).toMatchObject({ points: 95.3, grade: null, vetoed: true });
  });

  it('says whose turn it is, and why not the others', async () => {
    const rating = await begin();
    await expect(rate(rating, full, person({ role: 'systemAdmin', organisation: room.region.county }))).rejects.toMatchObject({
      kind: { code: 'rating.not_own' },
    });
    await submit(await rate(rating));
    await expect(first(rating, {}, city)).rejects.toMatchObject({ kind: { code: 'rating.waiting_above' } });
    await first(rating);
    await expect(final(rating, {}, county)).rejects.toMatchObject({ kind: { code: 'rating.waiting' }, facts: { rater: '抚州市教育局' } });
    const seen = await view(await first(await handedIn(person({ role: 'schoolAdmin', organisation: room.region.sibling }))), county);
    expect(seen.moves).toEqual([]);
    expect(seen.blocked).toContainEqual(expect.objectContaining({ move: 'rateFinal', code: 'rating.waiting' }));
    expect(seen.blocked).toContainEqual(expect.objectContaining({ move: 'return', code: 'move.not_allowed' }));
  });

  it('lets the city rate first where nothing lies between, and where the county has missed its day', async () => {
    const citySchool = person({ role: 'schoolAdmin', organisation: room.region.citySchool });
    expect((await rated(citySchool, city)).firstRater).toBe(room.region.city);
    const waiting = await handedIn();
    clock.at = new Date('2026-11-25T08:00:00+08:00');
    await expect(first(waiting)).rejects.toMatchObject({ kind: { code: 'assessment.closed' }, facts: { step: 'first' } });
    expect((await first(waiting, {}, city)).status).toBe('firstRated');
  });

  it('rates a unit that handed in nothing, but only when its time is over', async () => {
    await expect(begin(county, room.region.school)).rejects.toMatchObject({ kind: { code: 'rating.self_running' } });
    const silent = await begin();
    await expect(first(silent)).rejects.toMatchObject({ kind: { code: 'rating.self_running' } });
    clock.at = new Date('2026-11-11T08:00:00+08:00');
    await expect(rate(silent)).rejects.toMatchObject({ kind: { code: 'assessment.closed' }, facts: { step: 'self' } });
    await expect(first(silent)).rejects.toMatchObject({ facts: { faults: [{ rule: 'missing' }, { rule: 'missing' }] } });
    expect((await first(silent, { scores: { B1: { points: 10 }, B2: { points: 5 } } })).result.total).toBe(15);
    const other = await begin(county, room.region.sibling);
    expect(other.status).toBe('draft');
  });

  it('keeps to its windows, its units and one rating each', async () => {
    clock.at = new Date('2026-10-31T08:00:00+08:00');
    await expect(begin()).rejects.toMatchObject({ kind: { code: 'assessment.not_open' } });
    clock.at = new Date('2026-11-05T08:00:00+08:00');
    const rating = await begin();
    await expect(begin()).rejects.toMatchObject({ kind: { code: 'rating.exists' }, facts: { rating: rating.id } });
    const point = person({ role: 'schoolAdmin', organisation: room.region.teachingPoint });
    await expect(begin(point)).rejects.toMatchObject({ kind: { code: 'rating.not_expected' } });
    await expect(begin(school, room.region.sibling)).rejects.toMatchObject({ kind: { status: 404 } });
    await expect(first(rating, {}, person({ role: 'countyReviewer', organisation: room.region.neighbourCounty }))).rejects.toMatchObject({
      kind: { status: 404 },
    });
  });

  it('is published once all are rated, and then changes no more', async () => {
    const waiting = await first(await handedIn());
    await expect(publish()).rejects.toMatchObject({ kind: { code: 'assessment.unrated' }, facts: { count: 1 } });
    expect((await results(county)).items).toEqual([]);
    await final(waiting);
    await publish();
    await expect(publish()).rejects.toMatchObject({ kind: { code: 'move.not_allowed' } });
    const sibling = person({ role: 'schoolAdmin', organisation: room.region.sibling });
    await expect(begin(sibling)).rejects.toMatchObject({ kind: { code: 'assessment.over' } });
    const change = callOf(reporting.changeAssessment, city, {}, { ifMatch: '*' });
    await expect(room.get(AnnouncingAssessments).change({ assessmentId: assessment.id, name: '改名' }, change)).rejects.toMatchObject({
      kind: { code: 'assessment.over' },
    });
  });

  it('is objected to by the unit within its days, and corrected when the objection is upheld', async () => {
    const rating = await rated();
    const correcting = room.get(Correcting);
    const object = (criterion: string, by = school) =>
      correcting.object({ ratingId: rating.id, criterion, grounds: '终端已补齐' }, callOf(reporting.objectToRating, by));
    await expect(object('B2')).rejects.toMatchObject({ kind: { code: 'move.not_allowed' } });
    await publish();
    await expect(object('B2', county)).rejects.toMatchObject({ kind: { code: 'rating.not_own' } });
    await expect(object('B8')).rejects.toMatchObject({ kind: { code: 'rating.broken_rules' } });
    const objection = await object('B2');
    await expect(object('B2')).rejects.toMatchObject({ kind: { code: 'rating_objection.exists' } });
    const decide = (decision: 'uphold' | 'dismiss', points: number | undefined, by: Caller) =>
      correcting.decideObjection(
        { objectionId: objection.id, decision, answer: '复核属实', ...(points === undefined ? {} : { points }) },
        callOf(reporting.decideRatingObjection, by),
      );
    await expect(decide('uphold', 38, county)).rejects.toMatchObject({ kind: { code: 'rating.waiting' } });
    await expect(decide('uphold', 40, city)).rejects.toMatchObject({ facts: { faults: [{ rule: 'range', most: 39.9 }] } });
    expect(await decide('uphold', 38.5, city)).toMatchObject({ status: 'upheld', after: 38.5 });
    expect((await results(city)).items[0]).toMatchObject({ total: 98.6, grade: 'model' });
    clock.at = new Date('2026-11-11T00:00:00+08:00');
    await expect(object('B1')).rejects.toMatchObject({ kind: { code: 'rating_objection.late' } });
  });

  it('puts last year’s result beside this year’s, and ranks the best first', async () => {
    const rubric = assessment.rubric;
    await rated();
    await publish();
    const lastYear = assessment;
    const revised = await room.get(IssuingRubrics).revise({ rubricId: rubric, content }, callOf(reporting.issueRubricEdition, city));
    expect(revised.number).toBe(2);
    await expect(
      room.get(IssuingRubrics).revise({ rubricId: rubric, content }, callOf(reporting.issueRubricEdition, city)),
    ).rejects.toMatchObject({ kind: { code: 'rubric.superseded' }, facts: { number: 2 } });
    assessment = await announce(lastYear.year + 1, revised.id);
    await rated();
    const sibling = person({ role: 'schoolAdmin', organisation: room.region.sibling });
    await final(await first(await handedIn(sibling), { scores: { B2: { points: 39.9, reason: '新购' } } }));
    await publish();
    const { items } = await results(city);
    expect(items.map(({ organisation, rank, previous }) => ({ organisation, rank, previous }))).toEqual([
      { organisation: room.region.sibling, rank: 1, previous: null },
      { organisation: room.region.school, rank: 2, previous: { year: 2026, total: 95.3, grade: 'model' } },
    ]);
    expect((await results(school)).items).toHaveLength(1);
  });

  it('counts how far it has come, level by level', async () => {
    await rated();
    await handedIn(person({ role: 'schoolAdmin', organisation: room.region.sibling }));
    const progress = (by: Caller) =>
      room.get(FollowingAssessments).progress({ assessmentId: assessment.id }, callOf(reporting.assessmentProgress, by));
    expect(await progress(county)).toMatchObject({
      expected: 3,
      begun: 2,
      selfRated: 1,
      finalRated: 1,
      grades: [
        { code: 'model', units: 1 },
        { code: 'qualified', units: 1 },
      ],
      missing: [{ organisation: room.region.centralSchool, name: '云山中心小学' }],
    });
    expect((await progress(city)).expected).toBe(5);
  });

  it('gives a rubric’s code once, and says nothing in its facts that somebody wrote', async () => {
    const taken = code();
    await issue(taken);
    await expect(issue(taken)).rejects.toMatchObject({ kind: { code: 'rubric.code_taken' }, facts: { taken } });
    await rated();
    const facts = await room.facts();
    expect(JSON.stringify(facts)).not.toContain('测速报告');
    expect(facts.at(-1)).toMatchObject({ type: 'cn.lianxue.reporting.rating.final_rated', data: { total: 95.3 } });
  });
});
