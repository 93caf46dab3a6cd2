import type { Migration } from '@lianxue/persistence';

/**
 * Review level by level: who decides next is no longer where the figures are added up, and an authority above may act for a
 * level that missed its day.
 */
export const levels: Migration = {
  name: '0301-levels',
  sql: `
    alter table data_set add column reviewed_by text not null default 'nearest';
    alter table submission add column nearest uuid, add column returned_by text, add column acted_by uuid;
    update submission set nearest = reviewer, returned_by = case when round > 1 then level end;
    create index submission_period_nearest on submission (period, nearest);
    alter table review_step add column on_behalf_of uuid, add column why text;
  `,
};
