import { Importing } from './importing.js';
import { ImportingHandlers } from './importing.handlers.js';
import { ImportingPeople } from './importing-people.js';
import type { Part } from '../part.js';

/** Bringing rosters in, in whichever form a school keeps them. */
export const importing: Part = { entities: [], rules: [ImportingPeople, Importing], handlers: [ImportingHandlers] };
