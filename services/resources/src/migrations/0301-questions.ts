/** 题库与监测库: questions with their answers, by organisation, by what they are bound to, and by what they say. */
export const questions = `
create table question (
  id uuid primary key,
  version int not null,
  organisation uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  bank text not null check (bank in ('general', 'monitoring')),
  kind text not null check (kind in ('single', 'multiple', 'blank', 'matching', 'essay', 'composite')),
  content jsonb not null,
  figures jsonb not null,
  stage text not null,
  subject text not null,
  grades int[] not null,
  difficulty text check (difficulty in ('A', 'B', 'C')),
  chapters uuid[] not null,
  points uuid[] not null,
  competencies uuid[] not null,
  source text,
  year int,
  fingerprint text not null,
  search_text text not null,
  status text not null check (status in ('draft', 'submitted', 'returned', 'approved', 'withdrawn')),
  author uuid not null,
  reason text,
  reviewed_at timestamptz
);
create index question_organisation on question (organisation, id);
create index question_fingerprint on question (fingerprint);
create index question_subject on question (subject, stage, status, id);
create index question_author on question (author, id);
create index question_nodes on question using gin ((chapters || points || competencies));
create index question_search on question using gin (bigrams(search_text));

-- 试卷: what each question said when it was put in stays with the paper.
create table test_paper (
  id uuid primary key,
  version int not null,
  organisation uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  title text not null,
  stage text not null,
  subject text not null,
  minutes int,
  sections jsonb not null,
  count int not null,
  halves int not null,
  author uuid not null
);
create index test_paper_organisation on test_paper (organisation, id);
`;
