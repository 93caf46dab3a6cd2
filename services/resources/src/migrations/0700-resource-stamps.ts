/** When each resource was last modified, in the order of the feed; for readers of changes. */
export const resourceStamps = `
create table resource_stamp (
  entity uuid primary key,
  at timestamptz not null
);
create index on resource_stamp (at);
create table resource_stamping (
  single boolean primary key default true check (single),
  feed_seq bigint not null,
  at timestamptz not null
);
insert into resource_stamping (feed_seq, at) values (0, '1970-01-01Z');
`;
