import type { Migration } from '@lianxue/persistence';

/** Which reports were counted stands apart from what they came to: the first is forgotten after a while, the second is not. A teacher is a keyed hash. */
export const clientPrograms: Migration = {
  name: '0903-client-programs',
  sql: `
    create table client_program (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      code text not null,
      name text not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint client_program_code unique (organisation, code)
    );
    create table client_report (
      program uuid not null references client_program,
      id uuid not null,
      organisation uuid not null,
      day date not null,
      primary key (program, id)
    );
    create index client_report_day on client_report (day);
    create table client_installation (
      program uuid not null references client_program,
      device text not null,
      organisation uuid not null,
      school_class uuid not null,
      release text not null,
      installed boolean not null,
      at timestamptz not null,
      primary key (program, device)
    );
    create table client_class_day (
      program uuid not null references client_program,
      day date not null,
      organisation uuid not null,
      school_class uuid not null,
      primary key (program, day, organisation, school_class)
    );
    create table client_teacher_day (
      program uuid not null references client_program,
      day date not null,
      organisation uuid not null,
      teacher text not null,
      primary key (program, day, organisation, teacher)
    );
    create table client_due (
      program uuid not null references client_program,
      organisation uuid not null,
      day date not null,
      primary key (program, organisation, day)
    );
    create table client_use (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      program uuid not null references client_program,
      day date not null,
      active_classes int not null,
      active_teachers int not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint client_use_once unique (program, organisation, day)
    );
    create index client_use_organisation on client_use (organisation);
  `,
};
