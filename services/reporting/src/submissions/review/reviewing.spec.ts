import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CLOCK, reporting, type Caller, type FormContent, type Values } from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { Collecting } from '../../collecting/collecting.js';
import type { Period } from '../../collecting/period.entity.js';
import { migrations } from '../../migrations/index.js';
import { entities } from '../../reporting.module.js';
import { Filling } from '../filling.js';
import { Reviewing } from './reviewing.js';
import type { Submission } from '../submission.entity.js';
import { viewsOf } from '../views.js';

/** The third quarter of 2026: filled in until its last day, reviewed by counties until the 5th and the city until the 10th. */
const quarter = {
  name: '2026年第三季度',
  kind: 'quarter' as const,
  firstDay: '2026-07-01',
  lastDay: '2026-09-30',
  opens: '2026-09-01T00:00:00+08:00',
  due: { school: '2026-09-30T23:59:59+08:00', county: '2026-10-05T23:59:59+08:00', city: '2026-10-10T23:59:59+08:00' },
};

const form: FormContent = {
  indicators: [
    { code: 'classrooms', name: '普通教室数', nameEn: 'Classrooms', type: 'integer', unit: '间', required: true, min: 0 },
    {
      code: 'mm_classrooms',
      name: '网络多媒体教室数',
      nameEn: 'Multimedia classrooms',
      type: 'integer',
      unit: '间',
      required: true,
      min: 0,
    },
    { code: 'ict_budget', name: '信息化经费', nameEn: 'Budget', type: 'number', unit: '万元', required: false, decimals: 2 },
    { code: 'db_done', name: '校舍库录入', nameEn: 'Database done', type: 'percent', required: false },
    {
      code: 'access_mode',
      name: '接入方式',
      nameEn: 'Access',
      type: 'choice',
      required: false,
      options: [{ code: 'fibre', name: '光纤' }],
    },
    { code: 'remark', name: '说明', nameEn: 'Remark', type: 'text', required: false },
  ],
  rules: [
    {
      code: 'mm_within_classrooms',
      left: { indicators: ['mm_classrooms'], constant: 0 },
      op: '<=',
      right: { indicators: ['classrooms'], constant: 0 },
      words: '多媒体教室数不得超过教室数',
      wordsEn: 'No more multimedia classrooms than classrooms',
    },
  ],
};

describe('reporting for a quarter', () => {
  const clock = { at: new Date(), now: () => clock.at };
  let room: Room;
  let period: Period;
  let school: Caller;
  let county: Caller;
  let city: Caller;

  beforeAll(async () => {
    room = await openRoom('reporting', {
      entities,
      migrations,
      providers: [Collecting, Filling, Reviewing, { provide: CLOCK, useValue: clock }],
    });
    school = person({ role: 'schoolAdmin', organisation: room.region.school });
    county = person({ role: 'countyReviewer', organisation: room.region.county });
    city = person({ role: 'cityReviewer', organisation: room.region.city });
  });
  afterAll(() => room.close());

  beforeEach(async () => {
    clock.at = new Date('2026-09-20T08:00:00+08:00');
    const code = `quarterly_${Math.random().toString(36).slice(2, 10)}`;
    const dataSet = await room.get(Collecting).define(
      {
        organisation: room.region.city,
        code,
        name: '季度数据',
        nameEn: 'Quarterly',
        filledBy: ['school', 'centralSchool'],
        reviewedBy: 'nearest',
        form,
      },
      callOf(reporting.defineDataSet, city),
    );
    period = await room.get(Collecting).announce({ ...quarter, dataSet: dataSet.id }, callOf(reporting.announcePeriod, city));
  });

  const begin = (values: Values, by = school, organisation = by.organisation!) =>
    room.get(Filling).begin({ periodId: period.id, organisation, values }, callOf(reporting.beginSubmission, by));
  const fillIn = ({ id, version }: Submission, values: Values, by = school) =>
    room.get(Filling).fillIn({ submissionId: id, values }, callOf(reporting.fillInSubmission, by, {}, { ifMatch: version }));
  const submit = ({ id }: Submission, by = school) =>
    room.get(Filling).submit({ submissionId: id }, callOf(reporting.submitSubmission, by));
  const giveBack = ({ id }: Submission, field: string, by = county) =>
    room
      .get(Reviewing)
      .return({ submissionId: id, reasons: [{ field, reason: '与校舍库不一致' }], to: 'school' }, callOf(reporting.returnSubmission, by));
  const approve = ({ id }: Submission, by = county) =>
    room.get(Reviewing).approve({ submissionId: id }, callOf(reporting.approveSubmission, by));
  const seen = async (submission: Submission, by: Caller) => {
    const [view] = await viewsOf([submission], room.get(Store), { caller: by, language: 'zh' }, clock.now());
    return view!;
  };
  const right = { classrooms: 30, mm_classrooms: 28, ict_budget: 0.1, remark: '张三填' };
  const rightly = async (values: Values, by: Caller, reviewer: Caller) => approve(await submit(await begin(values, by), by), reviewer);

  it('describes its tables as the migrations make them', async () => {
    expect(await room.schemaDiff()).toEqual([]);
  });

  it('refuses values that break the rules, and says which', async () => {
    await expect(begin({ ...right, classrooms: -1 })).rejects.toMatchObject({
      kind: { code: 'submission.broken_rules', status: 422 },
      facts: { faults: [{ field: 'classrooms', rule: 'min', words: '不得小于 0' }] },
    });
  });

  it('asks for required values only when it is submitted', async () => {
    const draft = await begin({ classrooms: 30 });
    await expect(submit(draft)).rejects.toMatchObject({ facts: { faults: [{ field: 'mm_classrooms', rule: 'required' }] } });
  });

  it('goes back with reasons, and the next round shows what changed', async () => {
    const submitted = await submit(await begin(right));
    expect(submitted).toMatchObject({ status: 'submitted', reviewer: room.region.county, level: 'county' });
    const returned = await giveBack(submitted, 'classrooms');
    const again = await submit(await fillIn(returned, { ...right, classrooms: 31, access_mode: 'fibre' }));
    const view = await seen(again, county);
    expect(view).toMatchObject({
      round: 2,
      status: 'submitted',
      reasons: [{ field: 'classrooms', reason: '与校舍库不一致' }],
      changes: [
        { field: 'access_mode', before: null, after: 'fibre' },
        { field: 'classrooms', before: 30, after: 31 },
      ],
      moves: ['return', 'approve'],
    });
    expect((await seen(again, city)).moves).toEqual([]);
    await approve(again);
    const trail = await room.query('select decision, level, round from review_step where submission = $1 order by id', [again.id]);
    expect(trail).toEqual([
      { decision: 'submitted', level: 'school', round: 1 },
      { decision: 'returned', level: 'county', round: 1 },
      { decision: 'submitted', level: 'school', round: 2 },
      { decision: 'approved', level: 'county', round: 2 },
    ]);
  });

  it('names the fields that a return speaks of but the form has not', async () => {
    const submitted = await submit(await begin(right));
    await expect(giveBack(submitted, 'swimming_pools')).rejects.toMatchObject({
      kind: { code: 'submission.field_unknown' },
      facts: { fields: ['swimming_pools'] },
    });
  });

  it('lets the city wait for the county, and reviews a school directly under it', async () => {
    const submitted = await submit(await begin(right));
    await expect(approve(submitted, city)).rejects.toMatchObject({
      kind: { code: 'submission.waiting_lower_level' },
      facts: { level: 'county' },
    });
    const citySchool = person({ role: 'schoolAdmin', organisation: room.region.citySchool });
    expect(await rightly(right, citySchool, city)).toMatchObject({ status: 'approved', reviewer: room.region.city, level: 'city' });
  });

  it('is no business of the county next door, nor of the school next door', async () => {
    const submitted = await submit(await begin(right));
    const nextDoor = person({ role: 'countyReviewer', organisation: room.region.neighbourCounty });
    await expect(approve(submitted, nextDoor)).rejects.toMatchObject({ kind: { status: 404 } });
    await expect(begin(right, school, room.region.sibling)).rejects.toMatchObject({ kind: { status: 404 } });
  });

  it('opens and closes for each level by the dates of the period', async () => {
    const draft = await begin(right);
    const late = await submit(
      await begin(right, person({ role: 'schoolAdmin', organisation: room.region.sibling })),
      person({ role: 'schoolAdmin', organisation: room.region.sibling }),
    );
    clock.at = new Date('2026-08-31T23:59:59+08:00');
    await expect(submit(draft)).rejects.toMatchObject({ kind: { code: 'period.not_open' }, facts: { opens: '2026-09-01T00:00:00+08:00' } });
    clock.at = new Date('2026-10-01T00:00:00+08:00');
    await expect(submit(draft)).rejects.toMatchObject({
      kind: { code: 'period.closed' },
      facts: { level: 'school', closed: '2026-09-30T23:59:59+08:00' },
    });
    const returned = await giveBack(late, 'classrooms');
    await expect(submit(returned, person({ role: 'schoolAdmin', organisation: room.region.sibling }))).resolves.toMatchObject({
      status: 'submitted',
    });
    clock.at = new Date('2026-10-06T00:00:00+08:00');
    await expect(approve(late)).rejects.toMatchObject({ kind: { code: 'period.closed' }, facts: { level: 'county' } });
  });

  it('keeps one submission per school and period, and asks only schools', async () => {
    const first = await begin(right);
    await expect(begin(right)).rejects.toMatchObject({ kind: { code: 'submission.exists' }, facts: { submission: first.id } });
    const both = await Promise.allSettled(
      [1, 2].map(() => begin(right, person({ role: 'schoolAdmin', organisation: room.region.sibling }))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(begin(right, person({ role: 'rollManager', organisation: room.region.county }))).rejects.toMatchObject({
      kind: { code: 'submission.not_expected' },
    });
  });

  it('lets nobody overwrite what they have not seen', async () => {
    const draft = await begin(right);
    await fillIn(draft, { ...right, classrooms: 40 });
    await expect(fillIn(draft, { ...right, classrooms: 50 })).rejects.toMatchObject({ kind: { code: 'version.changed' } });
  });

  it('says in its facts what happened, without the words somebody wrote', async () => {
    const { id } = await rightly(right, school, county);
    const facts = (await room.facts()).filter(({ entity }) => entity === id);
    expect(facts.map(({ type }) => type.split('.').at(-1))).toEqual(['drafted', 'submitted', 'approved']);
    expect(facts.at(-1)!.data).toMatchObject({ status: 'approved', values: { classrooms: 30, mm_classrooms: 28, ict_budget: 0.1 } });
    expect(JSON.stringify(facts)).not.toContain('张三');
  });

  it('lets a begun submission be asked for again with its own id', async () => {
    const first = await begin(right);
    const again = await room
      .get(Filling)
      .begin(
        { id: first.id, periodId: period.id, organisation: school.organisation!, values: right },
        callOf(reporting.beginSubmission, school),
      );
    expect(again.id).toBe(first.id);
  });
});
