import type { Migration } from '@lianxue/persistence';

/** What authorities demand of submissions, and what is kept of it on each. */
export const validationRules: Migration = {
  name: '0201-validation-rules',
  sql: `
    create table validation_rule (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      data_set uuid not null references data_set,
      code text not null,
      condition jsonb not null,
      severity text not null,
      needs_remark boolean not null,
      words text not null,
      words_en text not null,
      state text not null,
      valid_from date,
      valid_until date,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint validation_rule_code unique (data_set, organisation, code)
    );
    create index validation_rule_organisation on validation_rule (organisation);
    alter table submission
      add column computed jsonb not null default '{}',
      add column remarks jsonb not null default '{}',
      add column warnings jsonb not null default '[]';
  `,
};
