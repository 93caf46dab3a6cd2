import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity } from '@lianxue/contracts';
import { newId } from '@lianxue/persistence';
import { withApps } from '../apps/apps.room.js';
import { openIdentity, refused, type IdentityRoom } from '../identity.room.js';
import { Enrolling } from '../rosters/enrolling.js';
import { KeepingClasses } from '../rosters/keeping-classes.js';
import { StandingOfPupils } from './standing-of-pupils.js';

describe('the classes of some people', () => {
  let room: IdentityRoom;
  let school: string;
  beforeAll(async () => {
    room = await openIdentity();
    school = await room.organisation('school', room.city);
  });
  afterAll(() => room.close());

  const openClass = (title: string) =>
    room.get(KeepingClasses).open(
      {
        ...{ organisationId: school, kind: 'homeroom', title, stage: null, gradeOrdinal: null, enrolYear: null, courseId: null },
        termIds: [],
      },
      room.by('schoolAdmin', school, { operation: identity.openClass }),
    );
  const enrol = (classId: string, person: string, role: 'pupil' | 'teacher' | 'homeroomTeacher') =>
    room.get(Enrolling).enrol({ classId, person, role, primary: true }, room.by('schoolAdmin', school, { operation: identity.enrol }));
  const of = async (people: readonly string[], as: 'pupil' | 'teacher') =>
    (await room.get(StandingOfPupils).classesOf({ people: [...people], as })).classes.sort();

  it('are those they are pupils of, or those they teach, as long as they do', async () => {
    const [one, other] = [await openClass('一（1）班'), await openClass('一（2）班')];
    const [pupil, teacher] = [await room.person('pupil', school), await room.person('teacher', school)];
    await enrol(one.id, pupil, 'pupil');
    await enrol(one.id, teacher, 'teacher');
    await enrol(other.id, teacher, 'homeroomTeacher');
    expect(await of([pupil], 'pupil')).toEqual([one.id]);
    expect(await of([teacher], 'teacher')).toEqual([one.id, other.id].sort());
    expect(await of([teacher], 'pupil')).toEqual([]);
    expect(await of([newId()], 'pupil')).toEqual([]);
    await room.query(`update enrolment set ended = true where class = $1`, [one.id]);
    expect(await of([pupil], 'pupil')).toEqual([]);
    expect(await of([teacher, pupil], 'teacher')).toEqual([other.id]);
  });

  it('say what is taught to somebody, but nothing of a pupil whom the app may not read', async () => {
    const third = await openClass('三（1）班');
    await room.query('update school_class set grade_ordinal = 3 where id = $1', [third.id]);
    const [pupil, teacher] = [await room.person('pupil', school), await room.person('teacher', school)];
    await enrol(third.id, pupil, 'pupil');
    await enrol(third.id, teacher, 'teacher');
    const { register, select } = await withApps(room);
    const { app } = await register();
    await select(app.clientId, school);
    const to = (person: string) => room.get(StandingOfPupils).taughtTo({ person, client: app.clientId });
    const here = { organisations: [school], taught: [{ organisation: school, subject: null, grades: [3] }] };
    expect([await to(pupil), await to(teacher)]).toEqual([here, here]);
    const purposes = [{ purpose: 'recommendation', basis: 'consent', minors: true, notice: '推荐', since: 1 }];
    await room.query(
      `insert into app_purposes (id, version, organisation, created_at, updated_at, app, client, purposes)
       values (gen_random_uuid(), 1, $1, now(), now(), $2, $3, $4)`,
      [school, app.id, app.clientId, JSON.stringify(purposes)],
    );
    await expect(to(pupil)).rejects.toEqual(refused('roster.row_unknown'));
    expect(await to(teacher)).toEqual(here);
    await expect(to(newId())).rejects.toEqual(refused('roster.row_unknown'));
  });
});
