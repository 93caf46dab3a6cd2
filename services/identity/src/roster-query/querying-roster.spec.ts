import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity, type App, type Call, type InputOf, type RosterCollection } from '@lianxue/contracts';
import { callOf } from '@lianxue/testing';
import { Declaring } from '../consents/declaring.js';
import { Providing } from '../apps/providing.js';
import { Selecting } from '../apps/selecting.js';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { Importing } from '../importing/importing.js';
import { Enrolling } from '../rosters/enrolling.js';
import { KeepingClasses } from '../rosters/keeping-classes.js';
import { QueryingRoster } from './querying-roster.js';
import { Stamping } from './stamping.js';

const scope = identity.queryRoster.scope;
let room: IdentityRoom;
let school: string;
let other: string;
let client: string;
let query: (collection: RosterCollection, more?: Partial<InputOf<typeof identity.queryRoster>>) => ReturnType<QueryingRoster['query']>;

const appCall = (clientId: string): Call => {
  const caller: App = {
    kind: 'app',
    subject: clientId,
    client: clientId,
    role: 'app',
    organisation: undefined,
    scopes: new Set([scope]),
    about: [],
  };
  return callOf(identity.queryRoster, caller);
};
/** Until everything said so far is stamped. */
const stamped = async () => {
  for (;;) {
    await room.get(Stamping).goRound();
    const [left] = await room.query<{ left: number }>(
      'select count(*)::int as left from outbox where feed_seq is null or feed_seq > (select feed_seq from roster_stamping)',
    );
    if (left!.left === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
const admin = (operation: Call['operation'], at = room.city) => room.by('systemAdmin', at, { operation });

beforeAll(async () => {
  room = await openIdentity();
  school = await room.organisation('school', room.city, { name: '第一小学' });
  other = await room.organisation('school', room.city, { name: '第二小学' });
  await room.get(Importing).import(
    {
      organisationId: school,
      mostDropped: 0.2,
      confirmed: false,
      files: {
        users:
          'sourcedId,familyName,givenName,userIds,agentSourcedIds\nu1,欧阳,娜娜,{学籍号:G361002190001010012},g1\nu2,李,四,,\nt1,王,老师,,\ng1,欧阳,大山,,',
        roles: 'userSourcedId,role,orgSourcedId\nu1,student,s\nu2,student,s\nt1,teacher,s\ng1,parent,s',
        classes: 'sourcedId,title,grades,schoolSourcedId\nc1,三（1）班,03,s',
        enrollments: 'sourcedId,classSourcedId,userSourcedId,role\ne1,c1,u1,student\ne2,c1,u2,student\ne3,c1,t1,teacher',
      },
    },
    room.by('schoolAdmin', school, { operation: identity.importRoster }),
  );
  await room.person('pupil', other, { name: '外校生' });
  const app = await room.get(Providing).register(
    {
      organisation: room.city,
      name: '名单应用',
      grants: ['client_credentials'],
      scopes: [scope],
      profile: 'teaching',
      redirectUris: [],
      postLogoutRedirectUris: [],
    } as unknown as Parameters<Providing['register']>[0],
    admin(identity.registerApp),
  );
  client = app.app.clientId;
  await room
    .get(Selecting)
    .select(
      { organisationId: school, client, scopes: [scope], profile: 'teaching' },
      room.by('schoolAdmin', school, { operation: identity.selectApp }),
    );
  await room
    .get(Declaring)
    .declare(
      { appId: app.app.id, purposes: [{ purpose: 'teaching', basis: 'statutory', minors: true, notice: '教学所需' }] },
      admin(identity.declarePurposes),
    );
  await stamped();
  query = (collection, more = {}) =>
    room.get(QueryingRoster).query({ collection, within: [], limit: 100, offset: 0, counted: true, ...more }, appCall(client));
});
afterAll(() => room.close());

const filter = (field: string, comparison: '=' | '>' | '~' | '!=', value: string) => ({
  filter: { join: 'and' as const, conditions: [{ field, comparison, value }] },
});

describe('a OneRoster collection', () => {
  it('holds what lies in the app’s reach, and nothing else', async () => {
    expect((await query('schools')).rows).toEqual([
      expect.objectContaining({ sourcedId: school, name: '第一小学', type: 'school', status: 'active' }),
    ]);
    expect((await query('users')).total).toBe(4);
    expect((await query('students')).total).toBe(2);
    expect(
      (await query('users')).rows.every((row) =>
        (row['roles'] as { org: { sourcedId: string } }[]).every(({ org }) => org.sourcedId === school),
      ),
    ).toBe(true);
  });

  it('takes names apart, and tells numbers as the profile gives them', async () => {
    const { rows } = await query('students');
    expect(rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          familyName: '欧阳',
          givenName: '娜娜',
          grades: ['03'],
          agents: [expect.objectContaining({ type: 'user' })],
          metadata: expect.objectContaining({ pupilNumber: 'G361002190001010012' }),
        }),
        expect.objectContaining({ familyName: '李', givenName: '四' }),
      ]),
    );
  });

  it('gives a homeroom class its course, which is found', async () => {
    const [one] = (await query('classes')).rows as { sourcedId: string; course: { sourcedId: string }; grades: string[] }[];
    expect(one).toMatchObject({ classType: 'homeroom', grades: ['03'], school: { type: 'org', sourcedId: school } });
    expect((await query('courses', { id: one!.course.sourcedId })).rows).toHaveLength(1);
    expect((await query('classes', { within: [{ kind: 'course', id: one!.course.sourcedId }] })).total).toBe(1);
    expect(
      (
        await query('students', {
          within: [
            { kind: 'school', id: school },
            { kind: 'class', id: one!.sourcedId },
          ],
        })
      ).total,
    ).toBe(2);
    expect((await query('teachers', { within: [{ kind: 'class', id: one!.sourcedId }] })).total).toBe(1);
  });

  it('refuses a thing out of reach and a field it does not know', async () => {
    await expect(query('students', { within: [{ kind: 'school', id: other }] })).rejects.toEqual(refused('roster.row_unknown'));
    await expect(query('users', filter('familyName', '=', '欧阳'))).rejects.toEqual(refused('collection.field_unfit', { use: 'filter' }));
    await expect(query('users', filter("status' or true --", '=', 'x'))).rejects.toEqual(refused('collection.field_unfit'));
    await expect(query('users', filter('dateLastModified', '>', 'yesterday'))).rejects.toEqual(
      refused('collection.field_unfit', { use: 'value' }),
    );
    await expect(query('users', { sort: { field: 'constructor', descending: false } })).rejects.toEqual(
      refused('collection.field_unfit', { use: 'sort' }),
    );
  });

  it('filters and sorts', async () => {
    expect((await query('enrollments', filter('role', '=', 'teacher'))).total).toBe(1);
    expect((await query('classes', filter('title', '~', '三（'))).total).toBe(1);
    expect((await query('users', filter('roles.role', '~', 'guardian'))).total).toBe(1);
    expect((await query('users', filter('status', '!=', 'active'))).total).toBe(0);
    const both = await query('enrollments', {
      filter: {
        join: 'or',
        conditions: [
          { field: 'role', comparison: '=', value: 'teacher' },
          { field: 'role', comparison: '=', value: 'student' },
        ],
      },
    });
    expect(both.total).toBe(3);
    const sorted = (await query('enrollments', { sort: { field: 'role', descending: true } })).rows.map(({ role }) => role);
    expect(sorted).toEqual(['teacher', 'student', 'student']);
  });

  it('tells by deltas what was changed, and keeps what is gone', async () => {
    const { rows } = await query('users');
    const since = rows
      .map((row) => row['dateLastModified'] as string)
      .sort()
      .at(-1)!;
    expect((await query('users', filter('dateLastModified', '>', since))).total).toBe(0);
    const [one] = (await query('classes')).rows as { sourcedId: string }[];
    const pupil = await room.person('pupil', school, { name: '新生' });
    await room
      .get(Enrolling)
      .enrol(
        { classId: one!.sourcedId, person: pupil, role: 'pupil', primary: true },
        room.by('schoolAdmin', school, { operation: identity.enrol }),
      );
    await stamped();
    expect((await query('users', filter('dateLastModified', '>', since))).rows.map(({ sourcedId }) => sourcedId)).toEqual([pupil]);
    await room.get(KeepingClasses).end(one!.sourcedId, room.by('schoolAdmin', school, { operation: identity.endClass }));
    await stamped();
    const enrollments = await query('enrollments', filter('status', '=', 'tobedeleted'));
    expect(enrollments.total).toBe(4);
    expect((await query('classes')).rows).toEqual([expect.objectContaining({ status: 'tobedeleted' })]);
  });

  it('goes on behind the last row and leaves out what came later', async () => {
    const first = await query('users', { limit: 2 });
    const last = first.rows.at(-1)!['sourcedId'] as string;
    await room.person('pupil', school, { name: '后来' });
    await stamped();
    const rest = await query('users', { after: last, asOf: first.asOf, counted: false });
    expect(first.rows.length + rest.rows.length).toBe(first.total);
    expect(rest.total).toBeNull();
    expect((await query('users')).total).toBe(first.total! + 1);
  });

  it('shows a pupil who left as a tombstone without a name', async () => {
    const before = (await query('students')).rows as { sourcedId: string; familyName: string }[];
    const { sourcedId } = before.find(({ familyName }) => familyName === '李')!;
    await room.query(`update post set ended = true where person = $1`, [sourcedId]);
    expect((await query('students', { id: sourcedId })).rows).toEqual([
      expect.objectContaining({ status: 'tobedeleted', givenName: '*', metadata: { reason: 'left' } }),
    ]);
  });

  it('shows imported classes under their course and their terms', async () => {
    await room.get(Importing).import(
      {
        organisationId: school,
        mostDropped: 0.2,
        confirmed: false,
        files: {
          academicSessions:
            'sourcedId,title,type,startDate,endDate\nt1,2031-2032学年第一学期,term,2031-09-01,2032-01-20\nt2,第二学期,term,2032-02-15,2032-07-10',
          courses: 'sourcedId,title,orgSourcedId,subjectCodes\nk1,数学,s,14',
          classes: 'sourcedId,title,classType,courseSourcedId,termSourcedIds,schoolSourcedId\nc9,数学一组,scheduled,k1,"t1,t2",s',
        },
      },
      room.by('schoolAdmin', school, { operation: identity.importRoster }),
    );
    await stamped();
    const [course] = (await query('courses', filter('title', '=', '数学'))).rows as { sourcedId: string }[];
    const terms = (await query('terms')).rows as { sourcedId: string; schoolYear: string }[];
    expect(terms.map(({ schoolYear }) => schoolYear)).toEqual(['2032', '2032']);
    for (const [kind, id] of [['course', course!.sourcedId], ...terms.map(({ sourcedId }) => ['term', sourcedId])] as const)
      expect((await query('classes', { within: [{ kind: kind as 'course' | 'term', id }] })).rows).toEqual([
        expect.objectContaining({ title: '数学一组', classType: 'scheduled', subjectCodes: ['14'] }),
      ]);
  });
});
