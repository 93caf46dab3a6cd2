import type { Migration } from '@lianxue/persistence';

/** What levels below ask beside a form from above; its answers lie apart, so that nothing of them enters the figures above. */
export const addedSections: Migration = {
  name: '1004-added-sections',
  sql: `
    create table added_section (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      data_set uuid not null references data_set,
      prefix text not null,
      name text not null,
      name_en text not null,
      indicators jsonb not null,
      withdrawn boolean not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint added_section_prefix unique (data_set, prefix)
    );
    create index added_section_organisation on added_section (organisation);
    create table section_answer (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      section uuid not null references added_section,
      submission uuid not null references submission,
      period uuid not null references period,
      figures jsonb not null,
      words jsonb not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint section_answer_once unique (submission, section)
    );
    create index section_answer_section on section_answer (section, period, id);
    create index section_answer_organisation on section_answer (organisation);
  `,
};
