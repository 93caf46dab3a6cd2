import type { Migration } from '@lianxue/persistence';
import { activities } from './0001-activities.js';
import { evaluation } from './0002-evaluation.js';

export const migrations: readonly Migration[] = [activities, evaluation];
