import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity } from '@lianxue/contracts';
import { newId } from '@lianxue/persistence';
import { strToU8, zipSync } from 'fflate';
import { Importing } from './importing.js';
import { citizen, csv, openImporting, type ImportingRoom, type Sender } from './importing.room.js';

let room: ImportingRoom;
let city: Sender;
beforeAll(async () => {
  room = await openImporting();
  city = await room.sender('systemAdmin', room.city);
});
afterAll(() => room.close());

const zipOf = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [`${name}.csv`, strToU8(text)])));
const enrolled = (school: string) =>
  room.query(
    `select c.title, p.name from enrolment e join school_class c on c.id = e.class join person p on p.id = e.person
     where e.organisation = $1 and not e.ended order by 1, 2`,
    [school],
  );
const guardians = (school: string) =>
  room.query(`select p.name from post t join person p on p.id = t.person where t.organisation = $1 and t.role = 'guardian'`, [school]);

describe('a roster of several schools', () => {
  const rosterOf = (n: number, there = 's') => ({
    users: csv('sourcedId,familyName,givenName,userIds,agentSourcedIds', `u,王,${n}号,{身份证号:${citizen(n)}},g`, `g,王,家长${n},,`),
    roles: csv('userSourcedId,role,orgSourcedId', `u,student,${there}`, `g,guardian,${there}`),
    classes: csv('sourcedId,title,grades,classType,schoolSourcedId', `c,三（1）班,03,homeroom,${there}`),
    enrollments: csv('sourcedId,classSourcedId,userSourcedId,role', 'e,c,u,student'),
    orgs: csv('sourcedId,name,type', `${there},本校,school`),
  });

  it.each(['oneroster', 'sds'] as const)('as an authority exports it as %s changes nothing where it comes from', async (format) => {
    for (const n of format === 'sds' ? [1, 2] : [3, 4]) {
      const school = await room.school();
      const order = { organisationId: school.id, files: rosterOf(n), mostDropped: 0.2, confirmed: false };
      expect((await room.get(Importing).import(order, school.call(identity.importRoster))).errors).toEqual([]);
    }
    const before = (await room.facts()).length;
    expect(await city.bring(await city.exported(format))).toMatchObject({ state: 'done', errorCount: 0, result: { changed: 0 } });
    expect(await room.facts()).toHaveLength(before);
  });

  it('is brought to each of them, found by name or 学校标识码, and what is of no school here is named', async () => {
    const mark = newId().slice(0, 8);
    // Whose own roster calls it as this one calls another.
    const own = await room.school();
    expect(await own.bring(zipOf(rosterOf(9, 's1')))).toMatchObject({ state: 'done', errorCount: 0 });
    const code = '3161000099';
    const [one, two] = [
      await room.organisation('school', room.city, { name: `清水${mark}小学` }),
      await room.organisation('school', room.city, { name: `红旗${mark}小学`, schoolCode: code, divisionCode: '361002' }),
    ];
    const files = {
      orgs: csv(
        'sourcedId,name,type,identifier,parentSourcedId',
        ...['d,教育局,district,,', `s1,清水${mark}小学,school,,d`, `s2,别的名称,school,${code},d`, `s3,没有${mark}学校,school,,d`],
      ),
      users: csv(
        'sourcedId,familyName,givenName,userIds,agentSourcedIds',
        ...[5, 6, 7].map((n) => `u${n},李,${n}号,{身份证号:${citizen(n)}},${n === 5 ? 'g5' : ''}`),
        'g5,李,家长,,',
      ),
      roles: csv('userSourcedId,role,orgSourcedId', 'u5,student,s1', 'u6,student,s2', 'u7,student,s3'),
      classes: csv(
        'sourcedId,title,grades,classType,schoolSourcedId',
        ...['c1,三（1）班,03,homeroom,s1', 'c2,四（1）班,04,homeroom,s2', 'c3,五（1）班,05,homeroom,s3'],
      ),
      enrollments: csv(
        'sourcedId,classSourcedId,userSourcedId,role,status',
        ...['e1,c1,u5,student,active', 'e2,c2,u6,student,active', 'e3,c3,u7,student,active'],
      ),
    };
    const job = await city.bring(zipOf(files));
    expect(job).toMatchObject({ state: 'done', result: { people: { added: 3 }, enrolments: { added: 2 } } });
    expect((await city.errorsOf(job)).sort()).toEqual(
      [
        ...['5 sourcedId org.not_this_school', '4 orgSourcedId org.not_this_school', '4 schoolSourcedId org.not_this_school'],
        '4 classSourcedId class.unknown',
      ].sort(),
    );
    expect([await enrolled(one), await enrolled(two)]).toEqual([
      [{ title: '三（1）班', name: '李5号' }],
      [{ title: '四（1）班', name: '李6号' }],
    ]);
    expect([await guardians(one), await guardians(two)]).toEqual([[{ name: '李家长' }], []]);
    expect(await city.bring(zipOf(files))).toMatchObject({ state: 'done', errorCount: 4, result: { changed: 0 } });

    // Later only what changed is sent: the classes are known by what they were called.
    const { orgs } = files;
    const left = csv('sourcedId,classSourcedId,userSourcedId,role,status', 'e2,c2,u6,student,tobedeleted');
    const change = await city.bring(zipOf({ orgs, enrollments: left }), { mostDropped: 1 });
    const done = change.state === 'waiting' ? await city.confirm(change) : change;
    expect(done).toMatchObject({ state: 'done', errorCount: 1, result: { enrolments: { ended: 1 } } });
    expect([await enrolled(one), await enrolled(two)]).toEqual([[{ title: '三（1）班', name: '李5号' }], []]);
  });

  it('that names no school here is refused', async () => {
    const job = await city.bring(zipOf({ ...rosterOf(8), orgs: csv('sourcedId,name,type', 'x,查无此校,school') }));
    expect(job).toMatchObject({ state: 'failed', refused: { code: 'roster.misplaced' } });
  });
});
