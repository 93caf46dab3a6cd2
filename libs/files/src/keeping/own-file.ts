import type { Files, KeptFile } from './files.js';

/** A file that somebody sent for this, as long as it is kept; nothing of nobody else's, nor what was sent for anything else. */
export async function ownFile(
  files: Files,
  id: string,
  kind: string,
  { subject, client }: KeptFile['owner'],
  now: Date,
): Promise<KeptFile | undefined> {
  const file = await files.about(id);
  const isOwn = file?.kind === kind && file.owner.subject === subject && file.owner.client === client;
  return isOwn && file.until > now ? file : undefined;
}
