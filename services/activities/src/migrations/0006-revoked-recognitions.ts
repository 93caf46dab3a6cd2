import type { Migration } from '@lianxue/persistence';

/** Applications that were accepted recognised who applied: that may be revoked. */
export const revokedRecognitions: Migration = {
  name: '0006-revoked-recognitions',
  sql: `
    alter table call_work add column recognised boolean not null default false, add column revoked_at timestamptz;
    update call_work w set recognised = true from call_for_works c where c.id = w.call and w.status = 'accepted' and c.settings @> '{"catalogued": false}';
  `,
};
