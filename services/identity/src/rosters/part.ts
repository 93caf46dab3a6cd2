import { Enrolment } from './enrolment.entity.js';
import { OwnClasses } from './own-classes.js';
import { RosterHandlers } from './rosters.handlers.js';
import { SchoolClass } from './school-class.entity.js';
import type { Part } from '../part.js';

/** Rosters. */
export const rosters: Part = { entities: [SchoolClass, Enrolment], rules: [OwnClasses], handlers: [RosterHandlers] };
