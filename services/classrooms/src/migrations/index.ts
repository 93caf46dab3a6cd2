import type { Migration } from '@lianxue/persistence';
import { deliveredClasses } from './0001-delivered-classes.js';
import { gradebook } from './0700-gradebook.js';

export const migrations: readonly Migration[] = [
  { name: '0001-delivered-classes', sql: deliveredClasses },
  { name: '0700-gradebook', sql: gradebook },
];
