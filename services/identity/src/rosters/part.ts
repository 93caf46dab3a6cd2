import { Enrolment } from './enrolment.entity.js';
import { Importing } from './importing.js';
import { ImportingPeople } from './importing-people.js';
import { OwnClasses } from './own-classes.js';
import { RosterHandlers } from './rosters.handlers.js';
import { SchoolClass } from './school-class.entity.js';
import type { Part } from '../part.js';

/** Rosters. */
export const rosters: Part = {
  entities: [SchoolClass, Enrolment],
  rules: [ImportingPeople, Importing, OwnClasses],
  handlers: [RosterHandlers],
};
