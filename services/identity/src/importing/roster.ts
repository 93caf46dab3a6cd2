import type { PostRole } from '@lianxue/contracts';
import type { GenderCode } from '../people/person.entity.js';
import type { Place } from './row-errors.js';

/** A post that a roster gives at its school. */
export interface RosterPost extends Place {
  readonly role: Extract<PostRole, 'pupil' | 'teacher' | 'guardian'>;
  readonly since: string | undefined;
  readonly until: string | null;
  readonly ended: boolean;
  /** The wards of a guardian, by their ids in the roster. */
  readonly wards: readonly string[];
}

/** A person of a roster, read and checked. */
export interface RosterPerson extends Place {
  readonly sourcedId: string;
  readonly name: string;
  readonly idNumber: string | undefined;
  readonly idType?: string | undefined;
  readonly pupilNumber: string | undefined;
  readonly gender?: GenderCode | undefined;
  readonly birthDate?: string | undefined;
  readonly phone: string | undefined;
  /** What an error of its numbers names. */
  readonly numberField?: string | undefined;
  readonly ended: boolean;
  readonly posts: readonly RosterPost[];
}

/** What is undefined is not said: the layout has no column for it. */
export interface RosterClass extends Place {
  readonly sourcedId: string;
  readonly title: string;
  readonly kind: 'homeroom' | 'scheduled' | undefined;
  readonly grade: string | null | undefined;
  readonly gradeOrdinal: number | null | undefined;
  readonly course: string | null | undefined;
  readonly term: string | null | undefined;
  readonly ended: boolean;
}

/** What is undefined is not said. */
export interface RosterEnrolment extends Place {
  /** Its own id, or what it joins where the layout gives none. */
  readonly sourcedId: string;
  readonly class: string;
  readonly user: string;
  readonly role: 'pupil' | 'teacher';
  readonly since: string | null | undefined;
  readonly until: string | null | undefined;
  readonly ended: boolean;
}

/** A roster of one school, as far as it could be understood. */
export interface Roster {
  /** What the files call this school. */
  readonly schoolIds: readonly string[];
  readonly people: readonly RosterPerson[];
  readonly classes: readonly RosterClass[];
  readonly enrolments: readonly RosterEnrolment[];
}
