/** Who: organisations, people, accounts, roles, apps, rosters. */
export { entities, IdentityModule, rules } from './identity.module.js';
export { migrations } from './migrations/index.js';
export { identityAlone, type Ground } from './alone.js';
export { Founding } from './founding/founding.js';
export { RosterImport } from './importing/roster-import.js';
export { Registering } from './organisations/registering.js';
