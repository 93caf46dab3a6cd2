import type { Migration } from '@lianxue/persistence';

/**
 * What is ordered is the sum of a ledger that is only added to. Rounds and all that belongs to them are kept for three years: the
 * service forbids itself to delete, and takes the right back only while a round is erased whose time is over.
 */
export const orders: Migration = {
  name: '0901-orders',
  sql: `
    create table order_title (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      scheme text not null,
      code text not null,
      name text not null,
      kind text not null,
      publisher text not null,
      stage text not null,
      subject text not null,
      grades int[] not null,
      fen bigint not null,
      status text not null,
      note text,
      written_by uuid not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index order_title_organisation on order_title (organisation);
    create unique index order_title_code on order_title (organisation, scheme, code) where status <> 'struck';
    create table order_round (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      name text not null,
      school_year int not null,
      term text not null,
      most_fen bigint,
      opens timestamptz not null,
      closes timestamptz not null,
      publications int not null,
      titles jsonb not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index order_round_organisation on order_round (organisation);
    create table school_order (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      round uuid not null references order_round,
      status text not null,
      lines jsonb not null,
      copies bigint not null,
      fen bigint not null,
      submitted_at timestamptz,
      submitted_by uuid,
      reason text,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint school_order_once unique (round, organisation)
    );
    create index school_order_organisation on school_order (organisation);
    create table order_entry (
      id uuid primary key,
      school_order uuid not null references school_order,
      kind text not null,
      school_class uuid not null,
      grade int not null,
      title uuid not null references order_title,
      copies bigint not null,
      fen bigint not null,
      reason text,
      at timestamptz not null
    );
    create index order_entry_school_order on order_entry (school_order, id);
    create index order_entry_title on order_entry (title);
    create table order_delivery (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      round uuid not null references order_round,
      school_order uuid not null references school_order,
      number text not null,
      day date not null,
      status text not null,
      lines jsonb not null,
      short int,
      received_at timestamptz,
      note text,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index order_delivery_organisation on order_delivery (organisation);
    create index order_delivery_round on order_delivery (round, organisation);
    create index order_delivery_school_order on order_delivery (school_order);
    create table order_publication (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      round uuid not null references order_round,
      round_name text not null,
      nth int not null,
      note text not null,
      totals jsonb not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint order_publication_nth unique (round, nth)
    );
    create index order_publication_organisation on order_publication (organisation);
    create table order_complaint (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      round uuid not null references order_round,
      school uuid not null,
      about text not null,
      words text not null,
      complainant uuid not null,
      status text not null,
      answer text,
      answered_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index order_complaint_organisation on order_complaint (organisation);
    create index order_complaint_round on order_complaint (round, organisation);
    revoke delete, truncate on order_round, school_order, order_delivery, order_publication, order_complaint from current_user;
    revoke update, delete, truncate on order_entry from current_user;
  `,
};
