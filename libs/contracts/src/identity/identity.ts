import { contract } from '../machinery/operation.js';
import { appOperations } from './apps.js';
import { identityInternal } from './internal.js';
import { organisationOperations } from './organisations.js';
import { peopleOperations } from './people.js';
import { rosterOperations } from './rosters.js';

/** Who: organisations, people, accounts, roles, apps, rosters. */
export const identity = contract('identity', {
  ...organisationOperations,
  ...peopleOperations,
  ...appOperations,
  ...rosterOperations,
  ...identityInternal,
});
