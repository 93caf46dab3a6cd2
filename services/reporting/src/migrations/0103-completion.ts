import type { Migration } from '@lianxue/persistence';

/** Who was urged and reminded; reminders once for each organisation and period. */
export const completion: Migration = {
  name: '0103-completion',
  sql: `
    create table urging (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      period uuid not null references period,
      kind text not null,
      urged_by uuid,
      note text,
      due timestamptz not null,
      at timestamptz not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index urging_period on urging (period, organisation, kind, at);
    create index urging_organisation on urging (organisation);
    create unique index urging_reminded_once on urging (period, organisation) where kind = 'reminded';
    create index period_school_due on period (school_due);
  `,
};
