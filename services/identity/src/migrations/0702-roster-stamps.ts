/**
 * When each thing of the roster was last modified, as readers of changes need it: stamped in the order of the feed, all of one
 * round at once, so that nothing appears behind an instant that has been read. And a course of every school for its homeroom
 * classes, since to OneRoster every class has one.
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
select overlay(overlay(md5(id::text || '.homeroom') placing '8' from 13) placing '8' from 17)::uuid, id, '班级', null, 'school', null, '{}', state <> 'open', id
from organisation_record where kind in ('school', 'centralSchool', 'campus', 'teachingPoint');

create index on post (organisation, person);
create index on organisation_record (kind, id);
`;
