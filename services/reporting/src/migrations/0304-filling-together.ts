import type { Migration } from '@lianxue/persistence';

/** A quarter without change, who signs, and which version last changed a field: two people at one form lose nothing. */
export const fillingTogether: Migration = {
  name: '0304-filling-together',
  sql: `
    alter table submission
      add column is_unchanged boolean not null default false,
      add column signatories jsonb,
      add column edits jsonb not null default '{"since": 1, "fields": {}}';
    update submission set edits = jsonb_build_object('since', version, 'fields', '{}'::jsonb);
  `,
};
