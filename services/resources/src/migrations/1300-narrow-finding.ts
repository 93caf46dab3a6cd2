import type { Migration } from '@lianxue/persistence';

/**
 * What a search reads, made narrower: how many pages a frequent word meets decides how long it takes to count. Five facets become the number
 * of their combination, of which there are few; what a resource is about is asked of the resource itself. Who used it how often stays.
 */
export const narrowFinding: Migration = {
  name: '1300-narrow-finding',
  sql: `
    create temporary table used on commit drop as select id, uses from findable where uses > 0;
    drop table findable;
    create table facet_combination (
      id int generated always as identity primary key,
      stage text not null,
      subject text not null,
      type text not null,
      status text not null,
      grades int[] not null,
      unique (stage, subject, type, status, grades)
    );
    insert into facet_combination (stage, subject, type, status, grades) select distinct stage, subject, type, status, grades from resource;
    create table findable (
      id uuid primary key references resource on delete cascade,
      organisation uuid not null,
      uses bigint not null default 0,
      facets int not null references facet_combination,
      shared_by uuid[] not null,
      search_text text not null
    );
    insert into findable
    select r.id, r.organisation, coalesce(u.uses, 0), c.id, r.shared_by, r.search_text
    from resource r join facet_combination c using (stage, subject, type, status, grades) left join used u on u.id = r.id;
    create index findable_search on findable using gin (bigrams(search_text));
    create index findable_uses on findable (uses desc, id desc);
    create index resource_chapter on resource (chapter_id, id) where chapter_id is not null;
    create index resource_edition on resource (edition, id) where edition is not null;
    create index resource_points on resource using gin (point_ids);
    create index resource_knowledge_points on resource using gin (knowledge_points);

    create or replace function keep_findable() returns trigger language plpgsql as $$
    begin
      insert into facet_combination (stage, subject, type, status, grades)
      select distinct stage, subject, type, status, grades from written w
      where not exists (select from facet_combination c where (c.stage, c.subject, c.type, c.status, c.grades) = (w.stage, w.subject, w.type, w.status, w.grades))
      order by 1, 2, 3, 4, 5 on conflict do nothing;
      if tg_op = 'INSERT' then
        insert into findable (id, organisation, facets, shared_by, search_text)
        select w.id, w.organisation, c.id, w.shared_by, w.search_text
        from written w left join facet_combination c using (stage, subject, type, status, grades);
      else
        update findable f set (organisation, facets, shared_by, search_text) = (w.organisation, c.id, w.shared_by, w.search_text)
        from written w left join facet_combination c using (stage, subject, type, status, grades)
        where f.id = w.id and (f.organisation, f.facets, f.shared_by, f.search_text) is distinct from (w.organisation, c.id, w.shared_by, w.search_text);
      end if;
      return null;
    end $$;
  `,
};
