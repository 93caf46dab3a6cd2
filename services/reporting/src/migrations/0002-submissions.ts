import type { Migration } from '@lianxue/persistence';

/**
 * One document per submission is the truth. The summary by reviewing organisation is kept in the submission's own
 * transaction, since adding up a province's cells again takes twenty times as long.
 */
export const submissions: Migration = {
  name: '0002-submissions',
  sql: `
    create table submission (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      filled_by uuid not null,
      period uuid not null references period,
      form uuid not null references form,
      status text not null,
      round int not null,
      reviewer uuid,
      level text,
      figures jsonb not null,
      words jsonb not null,
      previous jsonb,
      reasons jsonb not null,
      note text,
      submitted_at timestamptz,
      decided_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint submission_once unique (period, organisation)
    );
    create index submission_organisation on submission (organisation);
    create index submission_period_status on submission (period, status);
    create table review_step (
      id uuid primary key,
      submission uuid not null references submission on delete cascade,
      round int not null,
      level text not null,
      organisation uuid not null,
      role text not null,
      decision text not null,
      reasons jsonb not null,
      note text,
      document jsonb not null,
      at timestamptz not null
    );
    create index review_step_submission on review_step (submission);
    create table summary (
      period uuid not null references period,
      organisation uuid not null,
      indicator text not null,
      total numeric not null,
      units int not null,
      primary key (period, organisation, indicator)
    );
  `,
};
