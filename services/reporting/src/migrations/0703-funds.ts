import type { Migration } from '@lianxue/persistence';

/** A ledger: lines are added and never changed, and every sum is theirs. Amounts are whole 分. */
export const funds: Migration = {
  name: '0703-funds',
  sql: `
    create table fund (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      code text not null,
      name text not null,
      kind text not null,
      year int not null,
      overdraft boolean not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint fund_code unique (organisation, code, year)
    );
    create table fund_entry (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      fund uuid not null references fund,
      kind text not null,
      fen bigint not null,
      day date not null,
      evidence text not null,
      purpose text not null,
      reverses uuid references fund_entry,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint fund_entry_reversed_once unique (reverses)
    );
    create index fund_entry_fund on fund_entry (fund, organisation);
    create index fund_entry_organisation on fund_entry (organisation);
    create table public_funds (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      year int not null,
      fen bigint not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint public_funds_once unique (organisation, year)
    );
  `,
};
