import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity, type Call } from '@lianxue/contracts';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { RegisteringPeople } from '../people/registering-people.js';
import { Importing } from './importing.js';

let room: IdentityRoom;
let school: string;

beforeAll(async () => {
  room = await openIdentity();
});
afterAll(() => room.close());

const csv = (header: string, ...lines: string[]) => [header, ...lines].join('\r\n');
const users = 'sourcedId,status,familyName,givenName,userIds,agentSourcedIds,sms';
const roles = 'userSourcedId,status,role,orgSourcedId,beginDate,endDate';
const classes = 'sourcedId,status,title,grades,schoolSourcedId';
const enrolments = 'sourcedId,status,classSourcedId,userSourcedId,role';
const orgs = csv('sourcedId,name,type,identifier', 's1,第一小学,school,');

const roster = (more: Record<string, string> = {}) => ({
  orgs,
  users: csv(
    users,
    'u1,,张,三,"{学籍号:G361002190001010012},{身份证号:361002190001010012}",g1,',
    'u2,,李,四,,,',
    't1,,王,老师,,,13800138000',
    'g1,,张,大山,,,',
  ),
  roles: csv(roles, 'u1,,student,s1,2026-09-01,', 'u2,,student,s1,,', 't1,,teacher,s1,,', 'g1,,parent,s1,,'),
  classes: csv(classes, 'c1,,三（1）班,03,s1'),
  enrollments: csv(enrolments, 'e1,,c1,u1,student', 'e2,,c1,u2,student', 'e3,,c1,t1,teacher'),
  ...more,
});

const bring = (files: Record<string, string>, at = school, call: Partial<Call> = {}) =>
  room
    .get(Importing)
    .import(
      { organisationId: at, files, mostDropped: 0.2, confirmed: false },
      room.by('schoolAdmin', at, { call, operation: identity.importRoster }),
    );
const fresh = async () => (school = await room.organisation('school', room.city, { name: '第一小学' }));

describe('importing a roster', () => {
  it('adds what is new, and changes nothing when it comes again', async () => {
    await fresh();
    expect(await bring(roster())).toMatchObject({
      people: { added: 4 },
      posts: { added: 4 },
      classes: { added: 1 },
      enrolments: { added: 3 },
      changed: 12,
      errorCount: 0,
      errors: [],
      unread: [],
    });
    const facts = (await room.facts()).length;
    expect(await bring(roster())).toMatchObject({
      people: { unchanged: 4 },
      posts: { unchanged: 4 },
      classes: { unchanged: 1 },
      enrolments: { unchanged: 3 },
      changed: 0,
    });
    expect(await room.facts()).toHaveLength(facts);
  });

  it('changes what the roster says differently, and ends what it marks as gone', async () => {
    expect(
      await bring({
        orgs,
        users: csv(users, 'u2,,李,思,,,', 't1,tobedeleted,王,老师,,,'),
        roles: csv(roles, 'u2,,student,s1,,2027-07-01'),
        classes: csv(classes, 'c1,,四（1）班,04,s1'),
        enrollments: csv(enrolments, 'e3,tobedeleted,c1,t1,teacher'),
      }),
    ).toMatchObject({
      people: { changed: 1, ended: 1 },
      posts: { changed: 1, ended: 1 },
      classes: { changed: 1 },
      enrolments: { ended: 1 },
      errorCount: 0,
    });
    expect(room.announced.at(-1)).toMatchObject({ kind: 'post' });
  });

  it('gives guardians the pupils they may read about', async () => {
    const [post] = await room.query<{ about: string[]; pupil: string }>(
      `select g.about, p.person as pupil from post g join post p on p.organisation = g.organisation and p.role = 'pupil' and g.about @> array[p.person]
       where g.organisation = $1 and g.role = 'guardian'`,
      [school],
    );
    expect(post!.about).toEqual([post!.pupil]);
  });

  it('lists the rows that cannot go in, by file, line and field, without their content, and takes the others', async () => {
    await fresh();
    const result = await bring(
      roster({
        users: csv(
          users,
          'u1,,张,三,{身份证号:361002190001010013},,',
          'u2,,李,四,{身份证号:3.61002E+17},,',
          'u3,,,,,,',
          'u4,,陈,六,,,12',
          'u5,,赵,七,,,',
          'u5,,赵,七,,,',
          'u6,,孙,八,,,',
        ),
        roles: csv(
          roles,
          'u1,,student,s1,,',
          'u2,,student,s1,,',
          'u5,,student,s1,2026-13-01,',
          'u5,,teacher,s1,,',
          'u6,,principal,s1,,',
          'u6,,student,elsewhere,,',
        ),
        classes: csv(classes, 'c1,,三（1）班,03,s1', 'c2,,,03,s1', 'c3,,外校班,03,other'),
        enrollments: csv(enrolments, 'e1,,c1,u1,student', 'e2,,c1,u5,teacher', 'e3,,c3,u5,teacher', 'e4,,c1,u5,proctor'),
      }),
    );
    expect(result.errors.map(({ file, line, field, code }) => `${file}:${line} ${field} ${code}`).sort()).toEqual(
      [
        'users:2 userIds id_number.check',
        'users:3 userIds id_number.precision_lost',
        'users:4 familyName field.missing',
        'users:5 sms phone.form',
        'users:7 sourcedId sourced_id.twice',
        'roles:4 beginDate date.form',
        'roles:6 role role.unsupported',
        'roles:7 orgSourcedId org.not_this_school',
        'classes:3 title field.missing',
        'classes:4 schoolSourcedId org.not_this_school',
        'enrollments:2 userSourcedId user.unknown',
        'enrollments:4 classSourcedId class.unknown',
        'enrollments:5 role role.unsupported',
      ].sort(),
    );
    expect(result).toMatchObject({
      people: { added: 1 },
      posts: { added: 1 },
      classes: { added: 1 },
      enrolments: { added: 1 },
      errorCount: 13,
    });
    expect(result.errors[0]!.reason).toMatch(/\p{Script=Han}/u);
    expect(JSON.stringify(result)).not.toContain('361002190001010013');
  });

  it('leaves people of another school alone', async () => {
    const other = await room.organisation('school', room.city, { name: '第二小学' });
    const pupil = 'u9,,周,九,{身份证号:361002190001010020},,';
    const files = { orgs, users: csv(users, pupil), roles: csv(roles, 'u9,,student,s1,,') };
    expect(await bring(files, other)).toMatchObject({ people: { added: 1 } });
    expect(await bring(files)).toMatchObject({
      people: { added: 0 },
      errors: [{ file: 'users', line: 2, field: 'userIds', code: 'person.elsewhere' }],
    });
  });

  it('takes up a pupil the school registered by hand', async () => {
    await fresh();
    await room.person('pupil', school, { name: '吴十', idNumber: '320506190001010033' });
    expect(
      await bring({ orgs, users: csv(users, 'u10,,吴,十,{身份证号:320506190001010033},,'), roles: csv(roles, 'u10,,student,s1,,') }),
    ).toMatchObject({
      people: { added: 0, unchanged: 1 },
      posts: { unchanged: 1 },
    });
  });

  it.each([
    ['no header', { users: '' }, { file: 'users', reason: 'no_header' }],
    ['a column missing', { users: 'sourcedId\nu1' }, { reason: 'missing_column', column: 'givenName | familyName' }],
    ['quotes that never end', { users: `${users}\n"u1,,张` }, { reason: 'broken_quotes' }],
    ['nothing to import', { orgs }, { file: 'users', reason: 'absent' }],
  ])('refuses files with %s', async (_what, files, facts) => {
    await expect(bring(files as Record<string, string>)).rejects.toEqual(refused('roster.unreadable', facts));
  });

  it('gives and ends no more than its sender may', async () => {
    await fresh();
    const call = room.by('rollManager', school, { operation: identity.importRoster });
    const result = await room.get(Importing).import({ organisationId: school, files: roster(), mostDropped: 0.2, confirmed: false }, call);
    expect(result.errors.filter(({ field }) => field === 'role')).toMatchObject([{ file: 'roles', line: 4, code: 'role.not_yours' }]);
    await bring(roster());
    const [teacher] = await room.query<{ person: string }>(`select person from post where organisation = $1 and role = 'teacher'`, [
      school,
    ]);
    await room
      .get(RegisteringPeople)
      .givePost({ personId: teacher!.person, role: 'schoolAdmin', organisation: school, wards: [] }, room.by('systemAdmin', room.city));
    await bring({ orgs, users: csv(users, 't1,tobedeleted,王,老师,,,') });
    expect(await room.query(`select role, ended from post where person = $1 order by role`, [teacher!.person])).toEqual([
      { role: 'schoolAdmin', ended: false },
      { role: 'teacher', ended: true },
    ]);
  });

  it('imports into schools within reach only', async () => {
    const other = await room.organisation('school', room.city);
    const call = room.by('schoolAdmin', school, { operation: identity.importRoster });
    await expect(
      room.get(Importing).import({ organisationId: other, files: roster(), mostDropped: 0.2, confirmed: false }, call),
    ).rejects.toEqual(refused('organisation.unknown'));
    await expect(bring(roster(), room.city)).rejects.toEqual(refused('roster.misplaced'));
  });

  it('adds nothing twice when two of the same run side by side', async () => {
    await fresh();
    const many = Array.from({ length: 250 }, (_, n) => n);
    const files = {
      orgs,
      users: csv(users, ...many.map((n) => `m${n},,多,人${n},,,`)),
      roles: csv(roles, ...many.map((n) => `m${n},,student,s1,,`)),
    };
    // On a busy machine one may be told to come again (503) instead of waiting its turn.
    await Promise.allSettled([bring(files), bring(files)]);
    await bring(files);
    expect(await bring(files)).toMatchObject({ people: { unchanged: 250 }, changed: 0 });
    expect(await room.query('select count(*)::int as n from person where organisation = $1', [school])).toEqual([{ n: 250 }]);
  });
});

describe('the layout of Microsoft SDS', () => {
  it('is read by its headers: the school’s own people go in, those of colleges and the ministry are named', async () => {
    await fresh();
    const result = await bring({
      orgs: csv(
        'sourcedId,name,type,parentSourcedId',
        '110001,College of Engineering,college,',
        '110003,School of TwoDotOne,school,110004',
      ),
      users: csv(
        'sourcedId,username,givenName,familyName,password',
        '114001,jcraig,Jack,Craig,P@ssword123',
        '114002,jean,Jean,Craig,P@ssword123',
        '114008,smiller,Simon,Miller,P@ssword123',
      ),
      roles: csv(
        'userSourcedId,orgSourcedId,role,sessionSourcedId,grade,isPrimary,roleStartDate,roleEndDate',
        '114001,110003,student,S,10,TRUE,2021-08-24,2022-06-11',
        '114008,110001,student,S,ps1,TRUE,2021-09-01,2021-12-01',
      ),
      relationships: csv('userSourcedId,relationshipUserSourcedId,relationshipRole', '114001,114002,guardian', '114001,114008,relative'),
      classes: csv('sourcedId,orgSourcedId,title,sessionSourcedIds,courseSourcedId', '112002,110003,Biology 10,SY2021K12,B102021'),
      enrollments: csv('classSourcedId,userSourcedId,role', '112002,114001,student'),
      userFlags: csv('userSourcedId,flag', '114001,iep'),
    });
    expect(result.errors.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
      'roles:3 org.not_this_school',
      'relationships:3 relationship.not_guardian',
    ]);
    expect(result).toMatchObject({
      people: { added: 2 },
      posts: { added: 2 },
      classes: { added: 1 },
      enrolments: { added: 1 },
      unread: ['userFlags'],
    });
    expect(await room.query(`select name from person where organisation = $1 order by name`, [school])).toEqual([
      { name: 'Jack Craig' },
      { name: 'Jean Craig' },
    ]);
  });
});
