import type { Migration } from '@lianxue/persistence';
import { deliveredClasses } from './0001-delivered-classes.js';

export const migrations: readonly Migration[] = [{ name: '0001-delivered-classes', sql: deliveredClasses }];
