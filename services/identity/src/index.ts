/** Who: organisations, people, accounts, roles, apps, rosters. */
export { entities, IdentityModule, rules } from './identity.module.js';
export { migrations } from './migrations/index.js';
