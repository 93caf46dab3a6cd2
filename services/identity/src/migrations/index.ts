import type { Migration } from '@lianxue/persistence';
import { identityTables } from './0001-identity.js';
import { fieldProfiles } from './0300-field-profiles.js';

export const migrations: readonly Migration[] = [
  { name: '0001-identity', sql: identityTables },
  { name: '0300-field-profiles', sql: fieldProfiles },
];
