import type { About, Files, KeptFile } from './files.js';

type Owner = KeptFile['owner'];

/** As long as the platform is: what was submitted, handed in or taught with stays readable. */
export const forGood = new Date('9999-01-01T00:00:00Z');

const fetchedMs = 24 * 3600_000;

/** Nobody asks the gateway by its id for what a service keeps: whoever may read the row that names it is given the file. */
export const keptBy = (service: string): Owner => ({ subject: `service:${service}`, client: `service:${service}` });

/** A file that somebody sent for this, as long as it is kept; nothing of anybody else's, nor what was sent for anything else. */
export async function ownFile(
  files: Files,
  id: string,
  kind: string,
  { subject, client }: Owner,
  now: Date,
): Promise<KeptFile | undefined> {
  const file = await files.about(id);
  const isOwn = file?.kind === kind && file.owner.subject === subject && file.owner.client === client;
  return isOwn && file.until > now ? file : undefined;
}

/** Gives somebody what is kept, or was made for them, as a file of their own: for a day, in which they fetch it. */
export async function handOut<F extends Pick<About, 'id' | 'name'>>(
  files: Files,
  what: KeptFile | Uint8Array,
  { file, kind }: { readonly file: F; readonly kind: string },
  { subject, client }: Owner,
  now: Date,
): Promise<F> {
  const about = { ...file, kind, owner: { subject, client }, until: new Date(now.getTime() + fetchedMs) };
  if (what instanceof Uint8Array) await files.keep([what], about);
  else await files.keepAgain(what, about);
  return file;
}
