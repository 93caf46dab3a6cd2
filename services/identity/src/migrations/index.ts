import type { Migration } from '@lianxue/persistence';
import { identityTables } from './0001-identity.js';

export const migrations: readonly Migration[] = [{ name: '0001-identity', sql: identityTables }];
