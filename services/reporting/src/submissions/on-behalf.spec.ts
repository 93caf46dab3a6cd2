import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CLOCK, reporting, type Caller, type FormContent, type OrganisationKind, type Values } from '@lianxue/contracts';
import { callOf, openRoom, person, type Room } from '@lianxue/testing';
import { Collecting } from '../collecting/collecting.js';
import type { Period } from '../collecting/period.entity.js';
import { KnownUnits, type UnitContact, type UnitCounts } from '../completion/known-units.js';
import { migrations } from '../migrations/index.js';
import { entities } from '../reporting.module.js';
import { Filling } from './filling.js';
import { Reviewing } from './review/reviewing.js';
import { Signing } from './signing.js';
import { SubmissionsHandlers } from './submissions.handlers.js';

/** Counts ten pupils at every place, and ten more with its points. */
class CountingTens extends KnownUnits {
  override contacts(): Promise<UnitContact[]> {
    return Promise.resolve([]);
  }

  override counts(_: string, withPoints: boolean): Promise<UnitCounts> {
    return Promise.resolve({ pupils: withPoints ? 20 : 10, classes: 1, teachers: 1, teachingPoints: 2 });
  }
}

const named = (code: string) => ({ code, name: code, nameEn: code, type: 'integer' as const, required: false });
const form: FormContent = {
  indicators: [
    { ...named('student_count'), prefill: 'pupils' },
    { ...named('readers'), min: 0 },
    { ...named('own_staff'), required: true, filledBy: ['county'] },
  ],
  rules: [
    {
      code: 'readers_within',
      left: { indicators: ['readers'], constant: 0 },
      op: '<=',
      right: { indicators: ['student_count'], constant: 0 },
      words: '不得多于在校生',
      wordsEn: 'No more than pupils',
    },
  ],
};

describe('filling in for oneself and for others', () => {
  const clock = { now: () => new Date('2026-09-20T08:00:00+08:00') };
  let room: Room;
  let period: Period;
  let city: Caller;

  beforeAll(async () => {
    room = await openRoom('reporting', {
      entities,
      migrations,
      providers: [
        Collecting,
        Filling,
        Reviewing,
        Signing,
        SubmissionsHandlers,
        { provide: CLOCK, useValue: clock },
        { provide: KnownUnits, useClass: CountingTens },
      ],
    });
    city = person({ role: 'cityReviewer', organisation: room.region.city });
  });
  afterAll(() => room.close());
  beforeEach(() => open(['school', 'centralSchool', 'teachingPoint', 'county']));

  const open = async (filledBy: OrganisationKind[]) => {
    const { id: dataSetId } = await room.get(Collecting).define(
      {
        organisation: room.region.city,
        code: `set_${Math.random().toString(36).slice(2, 10)}`,
        name: '季度数据',
        nameEn: 'Quarterly',
        filledBy,
        reviewedBy: 'nearest',
        form,
      },
      callOf(reporting.defineDataSet, city),
    );
    period = await room.get(Collecting).open({ dataSetId, year: 2026, ordinal: 3 }, callOf(reporting.openPeriod, city));
  };
  const begin = (by: Caller, organisation: string, values: Values = {}) =>
    room.get(Filling).begin({ periodId: period.id, organisation, values }, callOf(reporting.beginSubmission, by));
  const fillIn = (by: Caller, submissionId: string, values: Values) =>
    room.get(Filling).fillIn({ submissionId, values }, callOf(reporting.fillInSubmission, by, {}, { ifMatch: '*' }));
  const submit = (by: Caller, submissionId: string) => room.get(Filling).submit({ submissionId }, callOf(reporting.submitSubmission, by));
  const schoolAdmin = (organisation: string) => person({ role: 'schoolAdmin', organisation });

  it('lets a central school fill in for its teaching point, marked as such and counted once', async () => {
    const { centralSchool, teachingPoint, county } = room.region;
    const by = schoolAdmin(centralSchool);
    const forPoint = await begin(by, teachingPoint, { readers: 3 });
    expect(forPoint).toMatchObject({ organisation: teachingPoint, filledBy: centralSchool });
    expect(await submit(by, forPoint.id)).toMatchObject({ status: 'submitted', reviewer: county, organisation: teachingPoint });
    await expect(begin(schoolAdmin(teachingPoint), teachingPoint)).rejects.toMatchObject({ kind: { code: 'submission.exists' } });
    expect(await begin(by, centralSchool)).toMatchObject({ organisation: centralSchool, filledBy: centralSchool });
  });

  it('lets nobody else fill in for another, though above it', async () => {
    const countyStaff = person({ role: 'rollManager', organisation: room.region.county });
    await expect(begin(countyStaff, room.region.school)).rejects.toMatchObject({ kind: { code: 'submission.not_yours' } });
    const { id } = await begin(schoolAdmin(room.region.school), room.region.school);
    await expect(fillIn(countyStaff, id, { readers: 1 })).rejects.toMatchObject({ kind: { code: 'submission.not_yours' } });
    await expect(submit(countyStaff, id)).rejects.toMatchObject({ kind: { code: 'submission.not_yours' } });
  });

  it('asks a bureau for its own figures, reviewed one level up', async () => {
    const county = person({ role: 'rollManager', organisation: room.region.county });
    const own = await begin(county, room.region.county);
    await expect(submit(county, own.id)).rejects.toMatchObject({ facts: { faults: [{ field: 'own_staff', rule: 'required' }] } });
    await fillIn(county, own.id, { own_staff: 4 });
    expect(await submit(county, own.id)).toMatchObject({ status: 'submitted', reviewer: room.region.city, level: 'city' });
    const approved = await room.get(Reviewing).approve({ submissionId: own.id }, callOf(reporting.approveSubmission, city));
    expect(approved.status).toBe('approved');
  });

  it('asks a school nothing that is asked of bureaus only', async () => {
    const school = schoolAdmin(room.region.school);
    const { id } = await begin(school, room.region.school);
    await expect(fillIn(school, id, { own_staff: 4 })).rejects.toMatchObject({
      facts: { faults: [{ field: 'own_staff', rule: 'unknown' }] },
    });
    const validated = await room
      .get(SubmissionsHandlers)
      .validateSubmission({ submissionId: id }, callOf(reporting.validateSubmission, school));
    expect(validated.faults).toEqual([]);
    expect((await submit(school, id)).status).toBe('submitted');
  });

  it('fetches what is known and lets nobody type it, yet holds what is typed to it', async () => {
    const school = schoolAdmin(room.region.school);
    const draft = await begin(school, room.region.school, { readers: 8 });
    expect(draft.values).toEqual({ student_count: 10, readers: 8 });
    await expect(fillIn(school, draft.id, { student_count: 11 })).rejects.toMatchObject({
      facts: { faults: [{ field: 'student_count', rule: 'computed' }] },
    });
    await expect(fillIn(school, draft.id, { readers: 12 })).rejects.toMatchObject({ facts: { faults: [{ rule: 'readers_within' }] } });
    expect((await fillIn(school, draft.id, { student_count: 10, readers: 9 })).values).toEqual({ student_count: 10, readers: 9 });
    expect((await submit(school, draft.id)).status).toBe('submitted');
  });

  it('counts the pupils of teaching points with the school above them where points do not report', async () => {
    await open(['school', 'centralSchool']);
    const { centralSchool } = room.region;
    expect((await begin(schoolAdmin(centralSchool), centralSchool)).values).toEqual({ student_count: 20 });
  });
});
