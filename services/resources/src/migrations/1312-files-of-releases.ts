import type { Migration } from '@lianxue/persistence';

/** Which round's files a release went out with: the last that was published before the next release. */
export const filesOfReleases: Migration = {
  name: '1312-files-of-releases',
  sql: `
    alter table resource_release add column round int not null default 0;
    update resource_release t set round = coalesce((
      select max(s.round) from submission s where s.resource = t.resource and s.decision = 'published'
        and s.decided_at >= t.published_at and s.decided_at < coalesce(t.replaced_at, 'infinity')), 0);
  `,
};
