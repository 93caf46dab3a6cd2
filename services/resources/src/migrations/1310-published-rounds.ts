import type { Migration } from '@lianxue/persistence';

/**
 * What was published without a review here, a call's accepted work or a list's row, had no round: its author's files went to readers
 * unreviewed. It gets the round that it enters with since, before those that followed; its files go out with that round as far as it had
 * them then.
 */
export const publishedRounds: Migration = {
  name: '1310-published-rounds',
  sql: `
    create temporary table unreviewed on commit drop as
      select r.id, r.release, r.published_at, coalesce(p.at, r.published_at) as entered_at, coalesce(p.at_organisation, r.organisation) as tier
      from resource r
      left join lateral (select at, at_organisation from provenance where resource = r.id and what = 'published' order by ordinal desc limit 1) p on true
      where r.release > 0 and not exists (select 1 from submission s where s.resource = r.id and s.decision = 'published');

    alter table review_step drop constraint review_step_resource_round_fkey;
    -- Over the negative numbers, since no two rounds may be called the same on the way.
    update review_step set round = -round - 1 where resource in (select id from unreviewed);
    update submission set round = -round - 1 where resource in (select id from unreviewed);
    update review_step set round = -round where round < 0;
    update submission set round = -round where round < 0;
    insert into submission (resource, round, review_at, content, submitted_at, decision, codes, decided_at)
      select u.id, 1, u.tier, t.content, u.published_at, 'published', '{}', u.published_at
      from unreviewed u join resource_release t on t.resource = u.id and t.number = u.release;
    alter table review_step add foreign key (resource, round) references submission on delete cascade;

    update provenance set round = case when round is null then 1 else round + 1 end
      where resource in (select id from unreviewed) and (round is not null or what = 'published');
    update resource set round = round + 1 where id in (select id from unreviewed);
    -- A rendition goes with what it was made of.
    update resource_file f set
      added_in = case when coalesce(o.created_at, f.created_at) <= u.entered_at then 1 else f.added_in + 1 end,
      removed_in = case when f.removed_at <= u.entered_at then 1 else f.removed_in + 1 end
      from unreviewed u, resource_file g left join resource_file o on o.id = g."of"
      where f.resource = u.id and g.id = f.id;
  `,
};
