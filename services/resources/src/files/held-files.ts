import type { TranscodingState } from '@lianxue/contracts';
import { sql, type Sql, type Store } from '@lianxue/persistence';
import { ResourceFile } from './resource-file.entity.js';

/** A file and how far its transcoding is, where one is needed. */
export interface HeldFile {
  readonly row: ResourceFile;
  readonly transcoding: TranscodingState | null;
}

/** Files of the table as `f`: what is the resource itself first. */
export async function heldFiles(where: Sql, store: Store): Promise<HeldFile[]> {
  const rows = await store.read<Record<string, unknown> & { transcoding: TranscodingState | null; bytes: string }>(sql`
    select f.id, f.version, f.organisation, f.created_at as "createdAt", f.updated_at as "updatedAt", f.resource, f.content, f.name,
           f.media_type as "mediaType", f.bytes, f.purpose, f.seen, f."of", f.added_in as "addedIn", f.removed_in as "removedIn",
           f.removed_at as "removedAt", t.state as transcoding
    from resource_file f left join transcoding t on t.file = f.id
    where ${where} order by f.purpose <> 'main', f.id`);
  return rows.map(({ transcoding, bytes, ...row }) => ({
    row: Object.assign(new ResourceFile(), row, { bytes: Number(bytes) }),
    transcoding,
  }));
}
