import type { Migration } from '@lianxue/persistence';

/** An anonymous answer stands apart from who has answered: no person, no time, no key that joins the two. */
export const surveys: Migration = {
  name: '0702-surveys',
  sql: `
    create table survey (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      name text not null,
      anonymous boolean not null,
      roles text[] not null,
      share int not null,
      questions jsonb not null,
      opens timestamptz not null,
      closes timestamptz not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index survey_organisation on survey (organisation);
    create table survey_turnout (
      survey uuid not null references survey,
      token text not null,
      primary key (survey, token)
    );
    create table anonymous_answer (
      id uuid primary key,
      survey uuid not null references survey,
      organisation uuid not null,
      answers jsonb not null
    );
    create index anonymous_answer_survey on anonymous_answer (survey);
    create table named_answer (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      survey uuid not null references survey,
      person uuid not null,
      answers jsonb not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index named_answer_survey on named_answer (survey, organisation);
    create index named_answer_organisation on named_answer (organisation);
  `,
};
