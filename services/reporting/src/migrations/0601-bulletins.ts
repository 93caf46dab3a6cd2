import type { Migration } from '@lianxue/persistence';

/** Bulletins, what their addressees received, and what they hold against them. Numbers are counted per authority and year. */
export const bulletins: Migration = {
  name: '0601-bulletins',
  sql: `
    create table bulletin (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      template text not null,
      status text not null,
      year int,
      serial int,
      number text,
      title text not null,
      opening text not null,
      closing text not null,
      parts jsonb not null,
      citation jsonb not null,
      drafter uuid not null,
      addressees uuid[] not null,
      objection_days int not null,
      objections_until timestamptz,
      issued_at timestamptz,
      replaces uuid references bulletin,
      replaced_by uuid references bulletin,
      reason text,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint bulletin_number unique (organisation, year, serial),
      constraint bulletin_corrected_once unique (replaces)
    );
    create index bulletin_organisation on bulletin (organisation);
    create table bulletin_receipt (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      bulletin uuid not null references bulletin,
      received_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint bulletin_receipt_once unique (bulletin, organisation)
    );
    create table bulletin_objection (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      bulletin uuid not null references bulletin,
      objector uuid not null,
      status text not null,
      grounds text not null,
      answer text,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index bulletin_objection_organisation on bulletin_objection (organisation);
    create index bulletin_objection_bulletin on bulletin_objection (bulletin);
    create table bulletin_serial (
      organisation uuid not null,
      year int not null,
      last int not null,
      primary key (organisation, year)
    );
  `,
};
