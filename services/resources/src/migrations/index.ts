import type { Migration } from '@lianxue/persistence';
import { catalogue } from './0001-catalogue.js';

export const migrations: readonly Migration[] = [{ name: '0001-catalogue', sql: catalogue }];
