import type { Migration } from '@lianxue/persistence';

/** What experts say of entries, and what everybody may read and object to before it is final. */
export const evaluation: Migration = {
  name: '0002-evaluation',
  sql: `
    create table evaluation (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      activity uuid not null references activity,
      entry uuid not null references entry,
      expert uuid not null,
      "group" text not null,
      category text not null,
      title text not null,
      description text,
      status text not null,
      scores jsonb not null,
      total numeric(7, 2),
      comment text,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint evaluation_once unique (entry, expert)
    );
    create index evaluation_organisation on evaluation (organisation);
    create table public_notice (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      authority text not null,
      activity uuid not null references activity,
      activity_name text not null,
      opens timestamptz not null,
      closes timestamptz not null,
      status text not null,
      lines jsonb not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index public_notice_organisation on public_notice (organisation);
    create index public_notice_activity on public_notice (activity);
    create table objection (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      notice uuid not null references public_notice,
      entry uuid not null references entry,
      objector uuid not null,
      grounds text not null,
      status text not null,
      answer text,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index objection_organisation on objection (organisation);
    create index objection_notice on objection (notice, status);
  `,
};
