import { jobTables } from '@lianxue/persistence';

/** Imports and exports of rosters run as jobs. */
export const jobs = jobTables;
