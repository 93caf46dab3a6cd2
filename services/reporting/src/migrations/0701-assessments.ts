import type { Migration } from '@lianxue/persistence';

/**
 * Rubrics never change: a revision is another edition. What other services tell is kept as lapses, one row for each thing that
 * should have been done by a time; a sweep over `judge_at` makes deductions of them.
 */
export const assessments: Migration = {
  name: '0701-assessments',
  sql: `
    create table rubric (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      code text not null,
      number int not null,
      name text not null,
      name_en text not null,
      description text,
      dimensions jsonb not null,
      vetoes jsonb not null,
      grades jsonb not null,
      deductions jsonb not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint rubric_edition unique (organisation, code, number)
    );
    create table assessment (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      rubric uuid not null references rubric,
      name text not null,
      year int not null,
      first_day date not null,
      last_day date not null,
      assesses text[] not null,
      ranked boolean not null,
      objection_days int not null,
      opens timestamptz not null,
      self_due timestamptz not null,
      first_due timestamptz not null,
      final_due timestamptz not null,
      status text not null,
      published_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index assessment_organisation on assessment (organisation, year);
    create table rating (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      assessment uuid not null references assessment,
      status text not null,
      first_rater uuid not null,
      self jsonb not null,
      first jsonb not null,
      final jsonb not null,
      vetoes jsonb not null,
      reasons jsonb not null,
      note text,
      points numeric(9, 2),
      deducted numeric(9, 2) not null,
      total numeric(9, 2),
      grade text,
      submitted_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint rating_once unique (assessment, organisation)
    );
    create index rating_organisation on rating (organisation);
    create index rating_assessment_total on rating (assessment, total);
    create table deduction (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      assessment uuid not null references assessment,
      rule text not null,
      criterion text not null,
      points numeric(9, 2) not null,
      cause text not null,
      lapse text not null,
      source jsonb not null,
      due timestamptz not null,
      done timestamptz,
      status text not null,
      grounds text,
      answer text,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint deduction_once unique (assessment, rule, lapse)
    );
    create index deduction_unit on deduction (assessment, organisation);
    create index deduction_organisation on deduction (organisation);
    create index deduction_lapse on deduction (lapse);
    create table rating_objection (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      rating uuid not null references rating,
      assessment uuid not null references assessment,
      criterion text not null,
      grounds text not null,
      status text not null,
      before numeric(9, 2) not null,
      after numeric(9, 2),
      answer text,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint rating_objection_once unique (rating, criterion)
    );
    create index rating_objection_organisation on rating_objection (organisation);
    create index rating_objection_assessment on rating_objection (assessment);
    create table lapse (
      key text primary key,
      cause text not null,
      organisation uuid not null,
      thing text not null,
      entity uuid not null,
      told int not null,
      detail text not null,
      due timestamptz,
      done timestamptz,
      void boolean not null default false,
      judge_at timestamptz
    );
    create index lapse_judge_at on lapse (judge_at) where judge_at is not null;
    create index lapse_entity on lapse (entity);
    create index lapse_organisation on lapse (organisation, due);
    create table guard_watch (
      period uuid primary key,
      told int not null,
      organisation uuid not null,
      last_day date not null,
      deadline text not null,
      kinds text[] not null,
      next_day date not null,
      next_due timestamptz
    );
    create index guard_watch_next_due on guard_watch (next_due) where next_due is not null;
  `,
};
