import { identity, type AnyOperation, type Call, type InputOf } from '@lianxue/contracts';
import { openIdentity, type IdentityRoom } from '../identity.room.js';
import { MovingPupils } from '../pupils/moving-pupils.js';
import { KeepingClasses } from '../rosters/keeping-classes.js';
import type { Movement } from './movement.entity.js';

/** Two schools of two counties, with classes and pupils; for specs. */
export interface PupilsRoom extends IdentityRoom {
  readonly counties: readonly [string, string];
  readonly school: string;
  readonly farSchool: string;
  /** A call by the roll manager of a place. */
  keeper(operation: AnyOperation, at?: string): Call;
  ownClass(gradeOrdinal: number, more?: Partial<InputOf<typeof identity.openClass>>): Promise<string>;
  /** A pupil registered at the school and entered there. */
  pupil(inClass?: string, more?: Parameters<IdentityRoom['person']>[2]): Promise<string>;
  enter(person: string, inClass: string | undefined, at?: string, by?: string): Promise<Movement>;
}

export async function openPupils(): Promise<PupilsRoom> {
  const room = await openIdentity();
  const near = await room.organisation('county', room.city, { divisionCode: '361002' });
  const far = await room.organisation('county', room.city, { divisionCode: '361003' });
  const school = await room.organisation('school', near, { name: '第一小学' });
  const farSchool = await room.organisation('school', far, { name: '远方小学' });
  const keeper: PupilsRoom['keeper'] = (operation, at = school) => room.by('rollManager', at, { operation });
  const enter: PupilsRoom['enter'] = (person, inClass, at = school, by = at) =>
    room
      .get(MovingPupils)
      .enter({ organisationId: at, person, ...(inClass !== undefined && { class: inClass }) }, keeper(identity.enterPupil, by));
  return {
    ...room,
    counties: [near, far],
    school,
    farSchool,
    keeper,
    enter,
    async ownClass(gradeOrdinal, more = {}) {
      const said = { kind: 'homeroom' as const, title: '班', stage: null, enrolYear: null, courseId: null, termIds: [] };
      const call = room.by('systemAdmin', room.city, { operation: identity.openClass });
      return (await room.get(KeepingClasses).open({ organisationId: school, ...said, gradeOrdinal, ...more }, call)).id;
    },
    async pupil(inClass, more = {}) {
      const id = await room.person('pupil', school, { posts: [], ...more });
      await enter(id, inClass);
      return id;
    },
  };
}
