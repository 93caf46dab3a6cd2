import type { Migration } from '@lianxue/persistence';

/** What identity told of sub-platforms, so that pages and the edge know them while identity is away. */
export const subPlatforms: Migration = {
  name: '0040-sub-platforms',
  sql: `
    create table sub_platform (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      open boolean not null,
      slugs text[] not null,
      services text[] not null,
      told jsonb not null
    );
    create index sub_platform_organisation on sub_platform (organisation);
  `,
};
