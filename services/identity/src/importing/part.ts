import { Job, type Part } from '@lianxue/persistence';
import { Drafting } from './drafting.js';
import { Importing } from './importing.js';
import { ImportingHandlers } from './importing.handlers.js';
import { ImportingPeople } from './importing-people.js';
import { MarkingErrors } from './marking-errors.js';
import { RosterExport } from './roster-export.js';
import { RosterFilesImport } from './roster-files-import.js';
import { RosterImport } from './roster-import.js';
import { TableImport } from './table-import.js';

/** Bringing rosters in, in whichever form a school keeps them. */
export const importing: Part = {
  entities: [Job],
  rules: [Drafting, ImportingPeople, Importing, TableImport, RosterFilesImport, MarkingErrors, RosterImport, RosterExport],
  handlers: [ImportingHandlers],
};
