import type { Migration } from '@lianxue/persistence';

/** Calls from before applications could be called for: their works enter the catalogue. */
export const applications: Migration = {
  name: '0005-applications',
  sql: `update call_for_works set settings = settings || '{"catalogued": true}' where not settings ? 'catalogued';`,
};
