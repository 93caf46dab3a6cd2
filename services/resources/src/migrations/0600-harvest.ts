/**
 * What harvesters are told of each resource that was ever published, one row for each organisation and set in which it stands or
 * stood. A change closes the rows and writes new ones, so that a walk goes on seeing what there was when it began; nothing that
 * is not closed is ever deleted.
 */
export const harvest = `
create table harvest_record (
  resource uuid not null,
  at timestamptz not null,
  organisation uuid not null,
  stage text not null,
  subject text not null,
  type text not null,
  published boolean not null,
  replaced_at timestamptz,
  primary key (resource, at, organisation, stage, subject, type)
);
create index harvest_record_walk on harvest_record (at, resource);
create unique index harvest_record_now on harvest_record (resource, organisation, stage, subject, type) where replaced_at is null;
create index harvest_record_past on harvest_record (replaced_at) where replaced_at is not null;
create index harvest_record_organisation on harvest_record (organisation) where replaced_at is null;
create table harvest_stamping (
  single boolean primary key default true check (single),
  feed_seq bigint not null,
  at timestamptz not null
);
insert into harvest_stamping (feed_seq, at) values (0, '1970-01-01Z');
`;
