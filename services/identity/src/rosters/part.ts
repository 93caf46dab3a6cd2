import type { Part } from '@lianxue/persistence';
import { ClassHandlers } from './classes.handlers.js';
import { Enrolling } from './enrolling.js';
import { Enrolment } from './enrolment.entity.js';
import { KeepingClasses } from './keeping-classes.js';
import { OwnClasses } from './own-classes.js';
import { ReadingClasses } from './reading-classes.js';
import { RosterHandlers } from './rosters.handlers.js';
import { SchoolClass } from './school-class.entity.js';

/** Classes, and who is in them. */
export const rosters: Part = {
  entities: [SchoolClass, Enrolment],
  rules: [KeepingClasses, Enrolling, ReadingClasses, OwnClasses],
  handlers: [RosterHandlers, ClassHandlers],
};
