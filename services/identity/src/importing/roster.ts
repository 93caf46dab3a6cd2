import type { MovementCode, PostRole, Subject } from '@lianxue/contracts';
import type { Course } from '../courses/course.entity.js';
import type { GenderCode } from '../people/person.entity.js';
import type { Enrolment } from '../rosters/enrolment.entity.js';
import type { Term } from '../terms/term.entity.js';
import type { Place } from './row-errors.js';

/** A post that a roster gives at its school. */
export interface RosterPost extends Place {
  readonly role: Extract<PostRole, 'pupil' | 'teacher' | 'homeroomTeacher' | 'guardian'>;
  /** Whether the layout has a word for 班主任: where it has none, they are teachers. */
  readonly plain?: boolean;
  /** Whether a pupil is there, 01, or on leave, 02, where it is said. */
  readonly pupilStatus?: '01' | '02' | undefined;
  readonly since: string | undefined;
  /** What is undefined is not said. */
  readonly until: string | null | undefined;
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
  /** How they left, where the roster has a word for it. */
  readonly left?: MovementCode | undefined;
  readonly posts: readonly RosterPost[];
}

/** A school year of a roster, a term in it or a grading period in that. */
export interface RosterSession extends Place {
  readonly sourcedId: string;
  readonly title: string;
  readonly kind: Term['kind'];
  readonly schoolYear: number;
  /** Which term of its year it is, where its title says so. */
  readonly ordinal: number | undefined;
  readonly since: string;
  readonly until: string;
  /** What it lies in, by its id in the roster. */
  readonly parent: string | undefined;
  readonly ended: boolean;
}

/** What is undefined is not said. */
export interface RosterCourse extends Place {
  readonly sourcedId: string;
  readonly title: string;
  readonly code: string | null | undefined;
  readonly subject: Subject | null | undefined;
  readonly grades: readonly number[] | undefined;
  readonly level: Course['level'] | undefined;
  readonly ended: boolean;
}

/** What a class takes from another file: the ids there, and the words that stay where nothing can be made of them. */
export interface Named {
  readonly ids: readonly string[];
  readonly words: string | null;
  /** What an error names. */
  readonly field: string;
}

/** What is undefined is not said: the layout has no column for it. */
export interface RosterClass extends Place {
  readonly sourcedId: string;
  readonly title: string;
  readonly kind: 'homeroom' | 'scheduled' | undefined;
  readonly grade: string | null | undefined;
  readonly gradeOrdinal: number | null | undefined;
  /** Whether its grade is that of its course alone: then it is for a new class to take. */
  readonly gradeOfCourse: boolean;
  readonly course: Named | undefined;
  readonly terms: Named | undefined;
  readonly ended: boolean;
}

/** What is undefined is not said. */
export interface RosterEnrolment extends Place {
  /** Its own id, or what it joins where the layout gives none. */
  readonly sourcedId: string;
  readonly class: string;
  readonly user: string;
  readonly role: Enrolment['role'];
  /** Whether the layout has a word for leading a class: where it has none, whoever leads it is among its teachers. */
  readonly plain: boolean;
  readonly primary: boolean | undefined;
  readonly since: string | null | undefined;
  readonly until: string | null | undefined;
  readonly ended: boolean;
}

/** A roster of one school, as far as it could be understood. */
export interface Roster {
  /** What the files call this school. */
  readonly schoolIds: readonly string[];
  readonly sessions: readonly RosterSession[];
  readonly courses: readonly RosterCourse[];
  /** Whether these files were sent: what a class names must then be in them. */
  readonly sent: { readonly courses: boolean; readonly sessions: boolean };
  readonly people: readonly RosterPerson[];
  readonly classes: readonly RosterClass[];
  readonly enrolments: readonly RosterEnrolment[];
}
