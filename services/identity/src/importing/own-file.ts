import { FileUnknown, refuse, type Caller } from '@lianxue/contracts';
import type { Files, KeptFile } from '@lianxue/files';

/** A file that somebody sent for this, as long as it is kept; nobody else's. */
export async function ownFile(files: Files, id: string, kind: string, { subject, client }: Caller, now: Date): Promise<KeptFile> {
  const file = await files.about(id);
  const own = file?.kind === kind && file.owner.subject === subject && file.owner.client === client;
  if (!own || file.until <= now) throw refuse(FileUnknown);
  return file;
}
