import type { Migration } from '@lianxue/persistence';

/**
 * What is held is the sum of a ledger that is only added to; the balance stands beside it, moves under the holding's lock, and cannot
 * be written below zero by any path.
 */
export const holdings: Migration = {
  name: '1100-holdings',
  sql: `
    create table holding (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      kind text not null,
      name text not null,
      medium text not null,
      publisher text,
      code jsonb,
      stage text,
      subject text,
      grades int[] not null,
      place text,
      order_title uuid,
      copies int not null,
      "out" int not null,
      offer jsonb,
      shared_by uuid[] not null,
      constraint holding_balance check ("out" >= 0 and "out" <= copies)
    );
    create index holding_organisation on holding (organisation, id);
    create index holding_shared_by on holding using gin (shared_by);
    create unique index holding_order_title on holding (organisation, order_title) where order_title is not null;

    create table holding_entry (
      id uuid primary key,
      holding uuid not null references holding,
      kind text not null,
      copies int not null check (copies >= 0),
      copies_after int not null,
      out_after int not null,
      because text,
      note text,
      cause uuid,
      at timestamptz not null
    );
    create index holding_entry_holding on holding_entry (holding, id);
    revoke update, delete, truncate on holding_entry from current_user;

    create table holding_use (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      holding uuid not null references holding,
      taken_by uuid not null,
      copies int not null,
      school_class uuid,
      class_name text,
      lesson text not null,
      periods int not null,
      day date not null,
      due date not null,
      returned int not null,
      lost int not null,
      status text not null,
      told boolean not null,
      check (returned + lost <= copies)
    );
    create index holding_use_organisation on holding_use (organisation, id);
    create index holding_use_holding on holding_use (holding, id);
    create index holding_use_due on holding_use (due) where status = 'out';

    create table loan (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      borrower uuid not null,
      holding uuid not null references holding,
      copies int not null,
      note text,
      days int not null,
      status text not null,
      lent_on date,
      due date,
      returned int not null,
      lost int not null,
      reason text,
      told boolean not null,
      check (returned + lost <= copies)
    );
    create index loan_organisation on loan (organisation, id);
    create index loan_holding on loan (holding, id);
    create index loan_borrower on loan (borrower, status);
    create index loan_due on loan (due) where status = 'lent';
  `,
};
