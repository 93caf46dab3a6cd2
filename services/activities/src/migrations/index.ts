import type { Migration } from '@lianxue/persistence';
import { activities } from './0001-activities.js';
import { evaluation } from './0002-evaluation.js';
import { experts } from './0003-experts.js';
import { calls } from './0004-calls.js';
import { applications } from './0005-applications.js';
import { revokedRecognitions } from './0006-revoked-recognitions.js';

export const migrations: readonly Migration[] = [activities, evaluation, experts, calls, applications, revokedRecognitions];
