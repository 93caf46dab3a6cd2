import type { Migration } from '@lianxue/persistence';

/** Of several replicas that make the next key at once, one does. */
export const keyGenerations: Migration = {
  name: '0011-key-generations',
  sql: `
    alter table signing_key add column generation int not null;
    create unique index on signing_key (alg, generation);
  `,
};
