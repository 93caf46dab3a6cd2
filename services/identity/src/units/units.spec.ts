import { identity } from '@lianxue/contracts';
import { callOf, service } from '@lianxue/testing';
import { openTwoSchools, type TwoSchools } from '../people/two-schools.room.js';
import { TellingUnits } from './telling-units.js';

describe('what identity tells of organisations', () => {
  let room: TwoSchools;
  beforeAll(async () => {
    room = await openTwoSchools();
  });
  afterAll(() => room.close());

  const asked = callOf(identity.contactsOf, service('reporting'));
  const counts = (organisation: string, withPoints: boolean) => room.get(TellingUnits).counts(organisation, withPoints);

  it('names whom to ask, masked, the school’s administrator before others', async () => {
    await room.person('responsiblePerson', room.school, { name: '李校长' });
    const admin = await room.person('schoolAdmin', room.school, { name: '张老师', phone: '13812345678' });
    const { contacts } = await room.get(TellingUnits).contacts([room.school, room.sibling], asked);
    expect(contacts).toEqual([
      { organisation: room.school, person: admin, role: 'schoolAdmin', name: '张*', phone: expect.stringContaining('*') as string },
    ]);
    expect(JSON.stringify(contacts)).not.toContain('13812345678');
  });

  it('counts pupils, teachers and classes once, with or without the teaching points', async () => {
    const central = await room.organisation('centralSchool', room.county, { name: '云山中心小学' });
    const point = await room.organisation('teachingPoint', central, { name: '东坑教学点' });
    for (const at of [central, central, point]) await room.person('pupil', at);
    await room.person('teacher', central);
    expect(await counts(central, true)).toEqual({ pupils: 3, classes: 0, teachers: 1, teachingPoints: 1 });
    expect(await counts(central, false)).toEqual({ pupils: 2, classes: 0, teachers: 1, teachingPoints: 1 });
    expect(await counts(point, false)).toEqual({ pupils: 1, classes: 0, teachers: 0, teachingPoints: 0 });
  });
});
