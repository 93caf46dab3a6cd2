import type { Migration } from '@lianxue/persistence';
import { incidents } from './0001-incidents.js';
import { categories } from './0002-categories.js';
import { clockRules } from './0003-clock-rules.js';

export const migrations: readonly Migration[] = [
  { name: '0001-incidents', sql: incidents },
  { name: '0002-categories', sql: categories },
  { name: '0003-clock-rules', sql: clockRules },
];
