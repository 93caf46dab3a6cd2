/**
 * When each thing of the roster was last modified, as readers of changes need it: stamped in the order of the feed, all of one
 * round at once, so that nothing appears behind an instant that has been read. And the course of homeroom classes, which
 * OneRoster wants to have one.
 */
export const rosterStamps = `
create table roster_stamp (
  entity uuid primary key,
  at timestamptz not null
);
create index on roster_stamp (at);

create table roster_stamping (
  single boolean primary key default true check (single),
  feed_seq bigint not null,
  at timestamptz not null
);
insert into roster_stamping (feed_seq, at) values (0, '1970-01-01Z');

create view roster_course as
select id, organisation, title, code, level, subject, grades, ended, id as stamped from course
union all
select md5(id::text || '.homeroom')::uuid, id, '班级', null, 'school', null, '{}', false, id from organisation_record where parent is null;

create index on post (organisation, person);
create index on organisation_record (kind, id);
`;
