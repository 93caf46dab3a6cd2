import { changesAfter } from '../machinery/changes.js';
import { contract } from '../machinery/operation.js';
import { appOperations } from './apps.operations.js';
import { guardianOperations } from './guardians.operations.js';
import { divisionOperations } from './divisions.operations.js';
import { identityInternal } from './internal.operations.js';
import { organisationOperations } from './organisations.operations.js';
import { peopleOperations } from './people.operations.js';
import { rosterOperations } from './rosters.operations.js';

/** Who: organisations, people, accounts, roles, apps, rosters. */
export const identity = contract('identity', {
  changesAfter: changesAfter('identity'),
  ...organisationOperations,
  ...divisionOperations,
  ...peopleOperations,
  ...guardianOperations,
  ...appOperations,
  ...rosterOperations,
  ...identityInternal,
});
