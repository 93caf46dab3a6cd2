import type { Migration } from '@lianxue/persistence';
import { collecting } from './0001-collecting.js';
import { submissions } from './0002-submissions.js';

export const migrations: readonly Migration[] = [collecting, submissions];
