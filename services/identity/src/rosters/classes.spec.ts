import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity, type AnyOperation, type InputOf } from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { OfferingCourses } from '../courses/offering-courses.js';
import { CountingRegistrants } from '../registration/counting-registrants.js';
import { Registrants } from '../registration/registrants.js';
import { SettingTerms } from '../terms/setting-terms.js';
import { Term } from '../terms/term.entity.js';
import { Enrolling } from './enrolling.js';
import { gradeIn, gradeTitle } from './grades.js';
import { KeepingClasses } from './keeping-classes.js';
import { ReadingClasses } from './reading-classes.js';

let room: IdentityRoom;
let school: string;
let other: string;
let pupil: string;
let teacher: string;

beforeAll(async () => {
  room = await openIdentity();
  school = await room.organisation('school', room.city);
  other = await room.organisation('school', room.city);
  pupil = await room.person('pupil', school);
  teacher = await room.person('teacher', school);
});
afterAll(() => room.close());

const cityCall = (operation: AnyOperation) => room.by('systemAdmin', room.city, { operation });
const schoolCall = (operation: AnyOperation, more: { subject?: string } = {}, at = school) =>
  room.by('schoolAdmin', at, { operation, ...more });
const setTerm = (said: Partial<InputOf<typeof identity.setTerm>>, call = cityCall(identity.setTerm)) =>
  room.get(SettingTerms).set({ organisation: room.city, kind: 'schoolYear', schoolYear: 2026, ...said }, call);
const openClass = (said: Partial<InputOf<typeof identity.openClass>>, at = school) =>
  room.get(KeepingClasses).open(
    {
      organisationId: at,
      kind: 'homeroom',
      title: '班',
      stage: null,
      gradeOrdinal: null,
      enrolYear: null,
      courseId: null,
      termIds: [],
      ...said,
    },
    schoolCall(identity.openClass, {}, at),
  );
const enrol = (classId: string, person: string, role: InputOf<typeof identity.enrol>['role'], primary = true) =>
  room.get(Enrolling).enrol({ classId, person, role, primary }, schoolCall(identity.enrol));

describe('the calendar', () => {
  it('is handed down from the city, once for each stage', async () => {
    const year = await setTerm({});
    expect(year).toMatchObject({ title: '2026-2027学年', since: '2026-09-01', until: '2027-08-31' });
    const term = await setTerm({ kind: 'term', ordinal: 1, parent: year.id, until: '2027-01-31' });
    expect(term).toMatchObject({ title: '2026-2027学年第一学期', since: '2026-09-01' });
    await expect(setTerm({ kind: 'term', ordinal: 1, parent: year.id })).rejects.toEqual(refused('term.exists'));
    await setTerm({ kind: 'term', ordinal: 1, parent: year.id, stage: 'senior', until: '2027-01-20' });
    await expect(setTerm({ kind: 'term', ordinal: 2, parent: year.id, until: '2027-09-01' })).rejects.toEqual(
      refused('term.outside_parent', { until: '2027-08-31' }),
    );
    const half = await setTerm(
      { organisation: school, kind: 'gradingPeriod', parent: term.id, title: '期中', until: '2026-11-15' },
      schoolCall(identity.setTerm),
    );
    expect(half).toMatchObject({ parent: term.id, since: '2026-09-01', until: '2026-11-15' });
    await expect(setTerm({ kind: 'gradingPeriod', parent: half.id, title: '期末' })).rejects.toEqual(refused('term.unknown'));
    const seen = await room.get(Store).page(Term, room.by('teacher', school, { operation: identity.terms }), { limit: 10 }, ({ id }) => id);
    expect(seen.items).toEqual(expect.arrayContaining([year.id, term.id, half.id]));
    const elsewhere = await room
      .get(Store)
      .page(Term, room.by('teacher', other, { operation: identity.terms }), { limit: 10 }, ({ id }) => id);
    expect(elsewhere.items).toContain(term.id);
    expect(elsewhere.items).not.toContain(half.id);
  });
});

describe('a class', () => {
  it('says its grade in words, and since when its pupils are at the stage', async () => {
    expect(await openClass({ title: '三（1）班', gradeOrdinal: 3 })).toMatchObject({ stage: 'primary', grade: '三年级', enrolYear: 2024 });
    expect(await openClass({ title: '初二（1）班', gradeOrdinal: 8 })).toMatchObject({ stage: 'junior', grade: '初二', enrolYear: 2025 });
    expect(await openClass({ title: '五四', stage: 'junior', gradeOrdinal: 6 })).toMatchObject({ enrolYear: null });
    await expect(openClass({ stage: 'senior', gradeOrdinal: 3 })).rejects.toEqual(refused('class.grade_unfit'));
    await expect(openClass({}, room.city)).rejects.toEqual(refused('class.misplaced'));
  });

  it('teaches a course that holds there', async () => {
    const open = (organisation: string) =>
      room
        .get(OfferingCourses)
        .open(
          { organisation, title: '数学', code: null, level: 'national', subject: 'mathematics', stage: 'primary', grades: [3, 1, 3] },
          cityCall(identity.openCourse),
        );
    const mathematics = await open(room.city);
    expect(mathematics.grades).toEqual([1, 3]);
    const group = await openClass({ kind: 'scheduled', title: '数学提高班', courseId: mathematics.id });
    expect(group).toMatchObject({ course: '数学' });
    await expect(openClass({ kind: 'scheduled' })).rejects.toEqual(refused('class.without_course'));
    await expect(openClass({ kind: 'scheduled', courseId: (await open(other)).id })).rejects.toEqual(refused('course.unknown'));
    await room.get(OfferingCourses).end(mathematics.id, cityCall(identity.endCourse));
    await expect(openClass({ kind: 'scheduled', courseId: mathematics.id })).rejects.toEqual(refused('course.unknown'));
  });

  it('holds pupils of the school and is taught by its staff; a pupil belongs to one', async () => {
    const one = await openClass({ title: '一班' });
    const two = await openClass({ title: '二班' });
    const enrolment = await enrol(one.id, pupil, 'pupil');
    await expect(enrol(one.id, pupil, 'pupil')).rejects.toEqual(refused('enrolment.held'));
    await expect(enrol(two.id, pupil, 'pupil')).rejects.toEqual(refused('enrolment.elsewhere'));
    await expect(enrol(two.id, pupil, 'teacher')).rejects.toEqual(refused('enrolment.unfit'));
    await expect(enrol(one.id, await room.person('pupil', other), 'pupil')).rejects.toEqual(refused('enrolment.unfit'));
    await enrol(one.id, teacher, 'homeroomTeacher');
    const mine = (subject: string, role: 'teacher' | 'pupil') =>
      room
        .get(ReadingClasses)
        .mine(
          { limit: 10 },
          room.by(role, school, { subject, operation: identity.myClasses, ...(role === 'pupil' && { about: [subject] }) }),
        );
    expect((await mine(teacher, 'teacher')).items).toEqual([
      expect.objectContaining({ role: 'homeroomTeacher', class: expect.objectContaining({ title: '一班' }) }),
    ]);
    expect((await mine(pupil, 'pupil')).items).toHaveLength(1);
    expect(await room.get(Enrolling).end({ enrolmentId: enrolment.id }, schoolCall(identity.endEnrolment))).toMatchObject({
      ended: true,
      until: '2026-11-21',
    });
    await enrol(two.id, pupil, 'pupil');
    await room.get(KeepingClasses).end(two.id, schoolCall(identity.endClass));
    expect((await mine(pupil, 'pupil')).items).toHaveLength(0);
    await expect(enrol(two.id, pupil, 'pupil')).rejects.toEqual(refused('class.ended'));
  });

  it('is of one school for two who enrol a pupil at once', async () => {
    const someone = await room.person('pupil', school);
    const [one, two] = [await openClass({ title: '甲' }), await openClass({ title: '乙' })];
    const done = await Promise.allSettled([one, two].map(({ id }) => enrol(id, someone, 'pupil')));
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('registration', () => {
  it('counts who has an account and has used it, against the nearest target', async () => {
    const here = await room.organisation('school', room.city);
    const call = room.by('systemAdmin', room.city, { operation: identity.registration });
    const people = await Promise.all(
      ['t1', 't2', 't3'].map((username) =>
        room.person('teacher', here, { account: { username: `${username}.${here.slice(-6)}`, mustChangePassword: false } }),
      ),
    );
    await room.person('pupil', here);
    await room.get(Registrants).note(people[0]!, call);
    await room.get(Registrants).note(people[0]!, call);
    const set = (organisationId: string, rate: number) =>
      room.get(CountingRegistrants).setTarget({ organisationId, who: 'teachers', rate }, room.by('systemAdmin', room.city));
    await set(room.city, 0.9);
    expect((await room.get(CountingRegistrants).count(here, call)).groups).toEqual([
      { who: 'teachers', people: 3, registered: 1, rate: 0.3333, target: 0.9, reached: false },
      { who: 'pupils', people: 1, registered: 0, rate: 0, target: null, reached: null },
      { who: 'guardians', people: 0, registered: 0, rate: null, target: null, reached: null },
    ]);
    await set(here, 0.3);
    expect((await room.get(CountingRegistrants).count(here, call)).groups[0]).toMatchObject({ target: 0.3, reached: true });
    expect((await room.get(CountingRegistrants).count(room.city, call)).groups[0]).toMatchObject({ target: 0.9, reached: false });
  });

  it('is told of each organisation below, a page at a time, with all below it', async () => {
    const county = await room.organisation('county', room.city, { divisionCode: '361003' });
    const [first, second] = [
      await room.organisation('school', county, { name: '甲小学' }),
      await room.organisation('centralSchool', county, { name: '乙小学' }),
    ];
    const point = await room.organisation('teachingPoint', second);
    const call = room.by('countyReviewer', county, { operation: identity.registrationBelow });
    const teacher = await room.person('teacher', first, { account: { username: `b.${first.slice(-6)}`, mustChangePassword: false } });
    await room.get(Registrants).note(teacher, call);
    for (const at of [first, second, point]) await room.person('teacher', at);
    const below = (more: object = {}) =>
      room.get(CountingRegistrants).below({ organisationId: county, who: 'teachers', limit: 10, ...more }, call);
    const rows = [
      { organisation: second, name: '乙小学', kind: 'centralSchool', who: 'teachers', people: 2, registered: 0, rate: 0 },
      { organisation: first, name: '甲小学', kind: 'school', who: 'teachers', people: 2, registered: 1, rate: 0.5 },
    ];
    expect((await below()).items).toMatchObject(rows);
    const { items, next } = await below({ limit: 1 });
    expect(items).toMatchObject(rows.slice(0, 1));
    expect((await below({ limit: 1, cursor: next })).items).toMatchObject(rows.slice(1));
    expect((await below({ who: 'pupils' })).items.map(({ people, rate }) => [people, rate])).toEqual([
      [0, null],
      [0, null],
    ]);
    await expect(below({ organisationId: room.city })).rejects.toMatchObject({ kind: { code: 'organisation.unknown' } });
  });
});

it('understands a grade as schools write it', () => {
  expect(['3', '03', '三年级', '初二', '高三', '九年级', '12', '13', '中班', ''].map(gradeIn)).toEqual([
    3,
    3,
    3,
    8,
    12,
    9,
    12,
    null,
    null,
    null,
  ]);
  for (let grade = 1; grade <= 12; grade++) expect(gradeIn(gradeTitle(grade))).toBe(grade);
});
