import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity } from '@lianxue/contracts';
import { strToU8, zipSync } from 'fflate';
import { refused } from '../identity.room.js';
import { MovingPupils } from '../pupils/moving-pupils.js';
import { Enrolling } from '../rosters/enrolling.js';
import { KeepingClasses } from '../rosters/keeping-classes.js';
import { Importing } from './importing.js';
import { citizen, csv, openImporting, type ImportingRoom, type Sender } from './importing.room.js';

let room: ImportingRoom;
beforeAll(async () => {
  room = await openImporting();
});
afterAll(() => room.close());

const homeroom = {
  kind: 'homeroom' as const,
  title: '三（2）班',
  stage: null,
  gradeOrdinal: 3,
  enrolYear: null,
  courseId: null,
  termIds: [],
};
const heads = '姓名,身份证件号,年级,班级,当前状态';
const row = (n: number, inClass: string, status = '') => `人${n},${citizen(n)},三年级,${inClass},${status}`;

/** A class of six with these numbers, and what is asked of it. */
async function classOf(first: number) {
  const school = await room.school();
  const numbers = Array.from({ length: 6 }, (_, n) => first + n);
  await school.bring(csv(heads, ...numbers.map((n) => row(n, '1班'))));
  const people = await room.query<{ id: string }>(
    `select p.id from person p where p.organisation = $1 and p.name like '人%' order by length(name), name`,
    [school.id],
  );
  return { school, numbers, people: people.map(({ id }) => id) };
}

const ledger = (person: string) =>
  room.query<{ kind: string; status: string; from: string | null; to: string | null; school: string }>(
    `select m.kind, m.status, f.title as "from", t.title as "to", m.organisation as school from movement m
     left join school_class f on f.id = m.from_class left join school_class t on t.id = m.to_class where m.person = $1 order by m.id`,
    [person],
  );
const placesOf = async (person: string) =>
  (
    await room.query<{ title: string }>(
      'select c.title from enrolment e join school_class c on c.id = e.class where e.person = $1 and not e.ended',
      [person],
    )
  ).map(({ title }) => title);
const postsOf = (person: string) =>
  room.query<{ role: string; about: string[]; ended: boolean; status: string | null }>(
    'select role, about, ended, pupil_status as status from post where person = $1 order by id',
    [person],
  );

describe('a table that says who is gone', () => {
  it('ends what they were at the school as leaving by hand does, and another school can enter and enrol them', async () => {
    const { school, people } = await classOf(400);
    const [gone, sibling] = people as [string, string];
    const guardian = await room.person('guardian', school.id, { wards: [gone] });
    const ofBoth = await room.person('guardian', school.id, { wards: [gone, sibling] });
    const table = csv(heads, row(400, '1班', '转出'));
    expect(await school.bring(table)).toMatchObject({ state: 'done', result: { people: { ended: 1 }, enrolments: { ended: 1 } } });
    expect(await placesOf(gone)).toEqual([]);
    expect(await postsOf(gone)).toMatchObject([{ ended: true, status: '10' }]);
    expect(await postsOf(guardian)).toMatchObject([{ ended: true }]);
    expect(await postsOf(ofBoth)).toMatchObject([{ ended: false, about: [sibling] }]);
    expect(room.announced.filter(({ kind }) => kind === 'post').length).toBeGreaterThanOrEqual(3);
    const facts = await room.facts();
    expect(await school.bring(table)).toMatchObject({ result: { changed: 0 } });
    expect(await room.facts()).toHaveLength(facts.length);

    const other = await room.school();
    const admin = room.by('systemAdmin', room.city, { operation: identity.enterPupil });
    await room.get(MovingPupils).enter({ organisationId: other.id, person: gone }, admin);
    const inClass = await room.get(KeepingClasses).open({ organisationId: other.id, ...homeroom }, other.call(identity.openClass));
    await room.get(Enrolling).enrol({ classId: inClass.id, person: gone, role: 'pupil', primary: true }, other.call(identity.enrol));
    expect(await ledger(gone)).toMatchObject([
      { kind: 'transferOut', status: '10', from: '三年级1班', school: school.id },
      { kind: 'reentry', status: '01', school: other.id },
    ]);
    // The old school's file again says nothing new of somebody who is elsewhere.
    expect(await school.bring(table)).toMatchObject({ errorCount: 0, result: { changed: 0 } });
  });

  it.each([
    ['毕业', 'graduation', '07'],
    ['退学', 'withdrawal', '03'],
    ['离校', 'departure', '99'],
  ])('%s is a line of the ledger', async (word, kind, status) => {
    const { school, people, numbers } = await classOf(410 + (word.charCodeAt(0) % 40) * 6);
    await school.bring(csv(heads, row(numbers[0]!, '1班', word)));
    expect(await ledger(people[0]!)).toMatchObject([{ kind, status, from: '三年级1班' }]);
  });

  it('that names another class moves the pupil, by a line of the ledger', async () => {
    const { school, people, numbers } = await classOf(700);
    const table = csv(heads, row(numbers[0]!, '2班'), `人701,${citizen(701)},四年级,1班,`);
    await school.bring(table, { mostDropped: 0.5 });
    expect(await placesOf(people[0]!)).toEqual(['三年级2班']);
    expect(await ledger(people[0]!)).toMatchObject([{ kind: 'classChange', from: '三年级1班', to: '三年级2班' }]);
    expect(await ledger(people[1]!)).toMatchObject([{ kind: 'promotion', from: '三年级1班', to: '四年级1班' }]);
    await school.bring(table);
    expect(await ledger(people[0]!)).toHaveLength(1);
  });
});

const n = Array.from({ length: 6 }, (_, at) => at);
const files = {
  users: csv(
    'sourcedId,status,familyName,givenName,agentSourcedIds',
    ...n.map((at) => `u${at},,人,${at},${at < 2 ? 'g' : ''}`),
    'g,,家,长,',
  ),
  roles: csv('userSourcedId,role,orgSourcedId', ...n.map((at) => `u${at},student,s`), 'g,guardian,s'),
  classes: csv('sourcedId,status,title,grades,classType,schoolSourcedId', 'c1,,三1,03,homeroom,s', 'c2,,三2,03,homeroom,s'),
  enrollments: csv('sourcedId,status,classSourcedId,userSourcedId,role,beginDate,endDate', ...n.map((at) => `e${at},,c1,u${at},student,,`)),
};
const zipped = (texts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${name}.csv`, strToU8(text)])));

describe('OneRoster files that say who is gone', () => {
  const bring = (school: Sender, more: Record<string, string>, confirmed = false) =>
    room.get(Importing).import({ organisationId: school.id, files: more, mostDropped: 0.4, confirmed }, school.call(identity.importRoster));
  const personOf = async (school: Sender, user: string) =>
    (
      await room.query<{ entity: string }>(`select entity from external_id where source = $1 and kind = 'roster.user' and value = $2`, [
        school.id,
        user,
      ])
    )[0]!.entity;

  it('end users, classes and enrolments with all that hangs on them, and the same again changes nothing', async () => {
    const school = await room.school();
    expect((await bring(school, files)).errors).toEqual([]);
    const delta = {
      users: csv('sourcedId,status,familyName,givenName,agentSourcedIds', 'u0,tobedeleted,人,0,g', 'u1,,人,1,g', 'g,,家,长,'),
      roles: csv('userSourcedId,role,orgSourcedId', 'u1,student,s', 'g,guardian,s'),
      enrollments: csv(
        'sourcedId,status,classSourcedId,userSourcedId,role,beginDate,endDate',
        ...['e0,tobedeleted,c1,u0,student,,', 'e1,tobedeleted,c1,u1,student,,', 'f1,,c2,u1,student,,'],
      ),
    };
    const ids = await Promise.all(['u0', 'u1', 'g'].map((user) => personOf(school, user)));
    expect((await bring(school, delta)).errors).toEqual([]);
    expect(await ledger(ids[0]!)).toMatchObject([{ kind: 'departure', status: '99', from: '三1' }]);
    expect(await ledger(ids[1]!)).toMatchObject([{ kind: 'classChange', from: '三1', to: '三2' }]);
    expect(await postsOf(ids[2]!)).toMatchObject([{ ended: false, about: [ids[1]] }]);
    expect(await bring(school, delta)).toMatchObject({ errors: [], changed: 0 });
    const over = csv('sourcedId,status,title,grades,classType,schoolSourcedId', 'c1,tobedeleted,三1,03,homeroom,s');
    const refusal = refused('roster.pupils_dropped', { classes: [expect.objectContaining({ title: '三1', pupils: 4, dropped: 4 })] });
    await expect(bring(school, { classes: over })).rejects.toEqual(refusal);
    expect(await bring(school, { classes: over }, true)).toMatchObject({ classes: { ended: 1 }, enrolments: { ended: 4 } });
    expect(await placesOf(await personOf(school, 'u2'))).toEqual([]);
    expect((await bring(school, { enrollments: files.enrollments })).errors.map(({ line, code }) => `${line} ${code}`)).toEqual(
      [2, 3, 4, 5, 6, 7].map((line) => `${line} class.unknown`),
    );
  });
});

describe('a roster that would take many pupils out of a class waits for a person', () => {
  const waits = (dropped: number) => ({ state: 'waiting', waitsFor: { classes: [{ title: '三年级1班', pupils: 6, dropped }] } });
  const all = (numbers: readonly number[], one: (n: number) => string) => csv(heads, ...numbers.map(one));

  it.each(['merge', 'replace'] as const)('when it says in mode %s that they are gone', async (mode) => {
    const { school, numbers } = await classOf(mode === 'merge' ? 800 : 810);
    const waiting = await school.bring(
      all(numbers, (n) => row(n, '1班', '毕业')),
      { mode },
    );
    expect(waiting).toMatchObject(waits(6));
    expect(await school.confirm(waiting)).toMatchObject({ state: 'done', result: { people: { ended: 6 }, enrolments: { ended: 6 } } });
  });

  it('when a table has most of them in another class', async () => {
    const { school, numbers } = await classOf(820);
    expect(await school.bring(all(numbers.slice(1), (n) => row(n, '一班（新）')))).toMatchObject(waits(5));
    expect(await school.bring(all(numbers, (n) => row(n, '1班')))).toMatchObject({ state: 'done', result: { changed: 0 } });
    expect(
      await school.bring(
        all(numbers.slice(1), (n) => row(n, '2班')),
        { dryRun: true },
      ),
    ).toMatchObject({ state: 'done' });
  });

  it.each([
    ['users', csv('sourcedId,status,familyName,givenName', 'u0,tobedeleted,人,0', 'u1,tobedeleted,人,1')],
    [
      'enrollments',
      csv('sourcedId,status,classSourcedId,userSourcedId,role', 'e0,tobedeleted,c1,u0,student', 'x,tobedeleted,c1,u1,student'),
    ],
    ['classes', csv('sourcedId,status,title,grades,classType,schoolSourcedId', 'c1,tobedeleted,三1,03,homeroom,s')],
  ])('when %s of OneRoster are to be deleted', async (file, text) => {
    const school = await room.school();
    await school.bring(zipped(files));
    const job = await school.bring(zipped({ users: 'sourcedId,givenName', [file]: text }));
    expect(job).toMatchObject({ state: 'waiting', waitsFor: { classes: [{ pupils: 6, dropped: file === 'classes' ? 6 : 2 }] } });
    expect(await school.confirm(job)).toMatchObject({ state: 'done', result: { enrolments: { ended: file === 'classes' ? 6 : 2 } } });
  });
});
