/**
 * What a search reads of a resource and nothing more: a million of these rows fit where a tenth of the whole ones would, so that counting
 * what a frequent word finds stays short. Kept by the statements that write resources, whoever writes them.
 */
export const finding = `
create table findable (
  id uuid primary key references resource on delete cascade,
  organisation uuid not null,
  uses bigint not null default 0,
  status text not null,
  stage text not null,
  subject text not null,
  type text not null,
  grades int[] not null,
  edition text,
  chapter_id uuid,
  point_ids uuid[] not null,
  shared_by uuid[] not null,
  knowledge_points text[] not null,
  search_text text not null
);
insert into findable select id, organisation, 0, status, stage, subject, type, grades, edition, chapter_id, point_ids, shared_by, knowledge_points, search_text from resource;
create index findable_search on findable using gin (bigrams(search_text));
create index findable_points on findable using gin (knowledge_points);
create index findable_uses on findable (uses desc, id desc);
-- Facets are counted by all of these at once: PostgreSQL must know how few of their combinations there are.
create statistics findable_facets (ndistinct) on stage, subject, type, status, grades from findable;
-- Nobody should think of cutting up a text again that the index has cut up already.
alter function bigrams(text) cost 1000;
drop index resource_search;

create function keep_findable() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into findable (id, organisation, status, stage, subject, type, grades, edition, chapter_id, point_ids, shared_by, knowledge_points, search_text)
    select id, organisation, status, stage, subject, type, grades, edition, chapter_id, point_ids, shared_by, knowledge_points, search_text from written;
  else
    update findable f
    set (organisation, status, stage, subject, type, grades, edition, chapter_id, point_ids, shared_by, knowledge_points, search_text) =
      (w.organisation, w.status, w.stage, w.subject, w.type, w.grades, w.edition, w.chapter_id, w.point_ids, w.shared_by, w.knowledge_points, w.search_text)
    from written w where f.id = w.id
      and (f.organisation, f.status, f.stage, f.subject, f.type, f.grades, f.edition, f.chapter_id, f.point_ids, f.shared_by, f.knowledge_points, f.search_text) is distinct from
        (w.organisation, w.status, w.stage, w.subject, w.type, w.grades, w.edition, w.chapter_id, w.point_ids, w.shared_by, w.knowledge_points, w.search_text);
  end if;
  return null;
end $$;
create trigger resource_registered after insert on resource referencing new table as written for each statement execute function keep_findable();
create trigger resource_changed after update on resource referencing new table as written for each statement execute function keep_findable();
`;
