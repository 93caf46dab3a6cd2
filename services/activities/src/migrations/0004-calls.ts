import type { Migration } from '@lianxue/persistence';

/** Calls for works: who owes what by when, the works that come, and what experts think of them. */
export const calls: Migration = {
  name: '0004-calls',
  sql: `
    create table call_for_works (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      status text not null,
      settings jsonb not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index call_for_works_organisation on call_for_works (organisation, id);
    create table call_task (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      issuer uuid not null,
      call uuid not null references call_for_works,
      person uuid,
      title text not null,
      stage text not null,
      subject text not null,
      grade int,
      chapter text,
      owed int not null,
      due timestamptz not null,
      plan jsonb,
      shot_on date,
      status text not null,
      remind_at timestamptz,
      reminded_at timestamptz,
      urged_at timestamptz,
      note text,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index call_task_organisation on call_task (organisation, id);
    create index call_task_call on call_task (call, id);
    create index call_task_person on call_task (person, id) where person is not null;
    create index call_task_reminding on call_task (remind_at) where status in ('assigned', 'planned', 'shot');
    create table call_work (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      issuer uuid not null,
      call uuid not null references call_for_works,
      task uuid references call_task,
      author uuid not null,
      type text not null,
      content jsonb not null,
      files jsonb not null,
      status text not null,
      round int not null,
      touched boolean not null,
      submitted_at timestamptz,
      decided_at timestamptz,
      reason text,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index call_work_organisation on call_work (organisation, id);
    create index call_work_call on call_work (call, id);
    create index call_work_task on call_work (task, status) where task is not null;
    create index call_work_author on call_work (author, id);
    create table work_opinion (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      call uuid not null references call_for_works,
      work uuid not null references call_work,
      round int not null,
      expert uuid not null,
      status text not null,
      verdict text,
      comment text,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint work_opinion_once unique (work, round, expert)
    );
    create index work_opinion_organisation on work_opinion (organisation, id);
    create index work_opinion_waiting on work_opinion (expert, id) where status = 'assigned';
  `,
};
