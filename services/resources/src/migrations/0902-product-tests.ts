import type { Migration } from '@lianxue/persistence';

export const productTests: Migration = {
  name: '0902-product-tests',
  sql: `
    create table product (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      name text not null,
      kind text not null,
      vendor uuid not null,
      versions jsonb not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index product_organisation on product (organisation);
    create index product_vendor on product (vendor);
    create table product_test (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      name text not null,
      method text not null,
      criteria jsonb not null,
      least int not null,
      reply_days int not null,
      versions jsonb not null,
      status text not null,
      published_at timestamptz,
      experts int,
      comparison jsonb,
      replies jsonb not null,
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index product_test_organisation on product_test (organisation);
    create table product_scoring (
      id uuid primary key,
      version int not null,
      organisation uuid not null,
      test uuid not null references product_test,
      expert uuid not null,
      status text not null,
      scores jsonb not null,
      interests uuid[] not null,
      reason text,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint product_scoring_once unique (test, expert)
    );
    create index product_scoring_organisation on product_scoring (organisation);
    create index product_scoring_interests on product_scoring (expert) where interests <> '{}';
  `,
};
