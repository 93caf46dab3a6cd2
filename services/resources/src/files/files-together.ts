import { noFiles, type FilesTogether } from '@lianxue/contracts';
import { sql, type Asking } from '@lianxue/persistence';
import { wentOutWith } from './rounds-of-files.js';

/** What the files of resources come to, as far as readers have them; renditions only follow what they were made of. */
export async function filesTogether(resources: readonly string[], ask: Asking): Promise<(resource: string) => FilesTogether> {
  const rows = await ask<FilesTogether & { resource: string }>(
    sql`select f.resource, array_agg(distinct f.media_type order by f.media_type) as formats, sum(f.bytes)::text as bytes,
          sum((f.seen ->> 'durationMs')::float8) filter (where f.purpose = 'main') as "durationMs"
        from resource_file f left join lateral (
          select max(s.round) as round from submission s where s.resource = f.resource and s.decision = 'published') shown on true
        where f.resource = any(${[...resources]}::uuid[]) and f."of" is null
          and case when shown.round is null then f.removed_in is null else ${wentOutWith(sql`shown.round`)} end
        group by f.resource`,
  );
  const known = new Map(rows.map(({ resource, ...files }) => [resource, files]));
  return (resource) => known.get(resource) ?? noFiles;
}
