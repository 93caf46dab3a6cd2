import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CLOCK, reporting, type Caller, type FormContent, type Values } from '@lianxue/contracts';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { Collecting } from '../collecting/collecting.js';
import type { Period } from '../collecting/period.entity.js';
import { migrations } from '../migrations/index.js';
import { entities } from '../reporting.module.js';
import { Filling } from '../submissions/filling.js';
import { Reviewing } from '../submissions/review/reviewing.js';
import { RollingUp } from './roll-up.js';

const named = (code: string) => ({ code, name: code, nameEn: code, required: false });
const form: FormContent = {
  indicators: [
    { ...named('classrooms'), type: 'integer' },
    { ...named('mm_classrooms'), type: 'integer' },
    { ...named('ict_budget'), type: 'number' },
    { ...named('db_done'), type: 'percent' },
  ],
  rules: [],
};
const right = { classrooms: 30, mm_classrooms: 28, ict_budget: 0.1 };

describe('the roll-up of a period', () => {
  const clock = { now: () => new Date('2026-09-20T08:00:00+08:00') };
  let room: Room;
  let period: Period;
  let county: Caller;
  let city: Caller;

  beforeAll(async () => {
    room = await openRoom('reporting', {
      entities,
      migrations,
      providers: [Collecting, Filling, Reviewing, RollingUp, { provide: CLOCK, useValue: clock }],
    });
    county = person({ role: 'countyReviewer', organisation: room.region.county });
    city = person({ role: 'cityReviewer', organisation: room.region.city });
  });
  afterAll(() => room.close());

  beforeEach(async () => {
    const content = {
      organisation: room.region.city,
      name: '季度数据',
      nameEn: 'Quarterly',
      filledBy: ['school' as const, 'centralSchool' as const],
      reviewedBy: 'nearest' as const,
      form,
    };
    const code = `quarterly_${Math.random().toString(36).slice(2, 10)}`;
    const dataSet = await room.get(Collecting).define({ ...content, code }, callOf(reporting.defineDataSet, city));
    const due = { school: '2026-09-30T23:59:59+08:00', county: '2026-10-05T23:59:59+08:00', city: '2026-10-10T23:59:59+08:00' };
    const quarter = {
      name: '2026年第三季度',
      kind: 'quarter' as const,
      firstDay: '2026-07-01',
      lastDay: '2026-09-30',
      opens: '2026-09-01T00:00:00+08:00',
      due,
    };
    period = await room.get(Collecting).announce({ ...quarter, dataSet: dataSet.id }, callOf(reporting.announcePeriod, city));
  });

  const schoolAdmin = (organisation: string) => person({ role: 'schoolAdmin', organisation });
  const submit = async (values: Values, by: Caller) => {
    const { id } = await room
      .get(Filling)
      .begin({ periodId: period.id, organisation: by.organisation!, values }, callOf(reporting.beginSubmission, by));
    return room.get(Filling).submit({ submissionId: id }, callOf(reporting.submitSubmission, by));
  };
  const rightly = async (values: Values, by: Caller, reviewer: Caller) =>
    room.get(Reviewing).approve({ submissionId: (await submit(values, by)).id }, callOf(reporting.approveSubmission, reviewer));
  const rollUp = (organisation: string) => room.get(RollingUp).read(period, organisation);

  it('rolls approved figures up by reviewing organisation, exactly', async () => {
    const { region } = room;
    await rightly(right, schoolAdmin(region.school), county);
    await rightly({ classrooms: 12, mm_classrooms: 12, ict_budget: 0.2, db_done: 80 }, schoolAdmin(region.sibling), county);
    await rightly({ classrooms: 60, mm_classrooms: 60 }, schoolAdmin(region.citySchool), city);
    await submit(right, schoolAdmin(region.farSchool));
    const { lines, total } = await rollUp(region.city);
    expect(
      lines.map(({ organisation, expected, approved, waiting, missing }) => ({ organisation, expected, approved, waiting, missing })),
    ).toEqual([
      { organisation: region.city, expected: 1, approved: 1, waiting: 0, missing: 0 },
      { organisation: region.county, expected: 3, approved: 2, waiting: 0, missing: 1 },
      { organisation: region.neighbourCounty, expected: 1, approved: 0, waiting: 1, missing: 0 },
    ]);
    expect(total).toMatchObject({
      expected: 5,
      filled: 4,
      figures: [
        { indicator: 'classrooms', total: 102, units: 3 },
        { indicator: 'ict_budget', total: 0.3, units: 2 },
        { indicator: 'mm_classrooms', total: 100, units: 3 },
      ],
    });
    expect((await rollUp(region.county)).total.expected).toBe(3);
  });

  it('expects nothing of a school that has closed, but counts what it filled in before', async () => {
    const { region } = room;
    await rightly(right, schoolAdmin(region.school), county);
    await room.query('update organisation set closed = true where id = any($1::uuid[])', [[region.school, region.sibling]]);
    try {
      expect((await rollUp(region.county)).total).toMatchObject({ expected: 2, approved: 1, missing: 1 });
      await expect(submit(right, schoolAdmin(region.sibling))).rejects.toMatchObject({ kind: { code: 'submission.not_expected' } });
    } finally {
      await room.query('update organisation set closed = false');
    }
  });

  it('counts the same anew as it has kept all along', async () => {
    const schools = [room.region.school, room.region.sibling, room.region.farSchool, room.region.centralSchool];
    const reviewers = [county, county, person({ role: 'countyReviewer', organisation: room.region.neighbourCounty }), county];
    await Promise.all(
      schools.map((organisation, index) =>
        rightly(
          { classrooms: 10 + index, mm_classrooms: index, ict_budget: Number((0.1 * (index + 1)).toFixed(2)) },
          schoolAdmin(organisation),
          reviewers[index]!,
        ),
      ),
    );
    const summary = () =>
      room.query('select organisation, indicator, total::text, units from summary where period = $1 order by 1, 2', [period.id]);
    const kept = await summary();
    expect(kept).toHaveLength(6);
    await room
      .get(RollingUp)
      .recount(period.id, callOf(reporting.recountRollUp, person({ role: 'systemAdmin', organisation: room.region.city })));
    expect(await summary()).toEqual(kept);
  });
});
