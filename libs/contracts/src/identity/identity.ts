import { auditOf } from '../machinery/audit-trail.js';
import { changesAfter } from '../machinery/changes.js';
import { contract } from '../machinery/operation.js';
import { appUsesInternal } from './app-uses.js';
import { identityChapters } from './chapters.js';
import { identityInternal } from './internal.operations.js';
import { unitOperations } from './units.operations.js';

/** Who: organisations, people, accounts, roles, apps, rosters. */
export const identity = contract('identity', {
  changesAfter: changesAfter('identity'),
  ...auditOf('identity'),
  ...identityChapters.organisations,
  ...identityChapters.people,
  ...identityChapters.minors,
  ...identityChapters.pupils,
  ...identityChapters.rosters,
  ...identityChapters.apps,
  ...identityChapters.signIns,
  ...identityInternal,
  ...appUsesInternal,
  ...unitOperations,
});
