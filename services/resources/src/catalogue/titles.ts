import type { ResourceContent } from '@lianxue/contracts';
import type { Work } from '@lianxue/persistence';
import { searchable } from './searchable.js';

/** As `title_key` of the database compares titles. */
const titleKey = (title: string): string =>
  searchable([title]).replace(/[ \t\u3000\-_.,:;!?()[\]<>"'/·—–…、。《》〈〉「」『』【】“”‘’]/gu, '');

/** By what resources of an organisation are taken for the same, where their files do not tell. */
export const titleSign = (organisation: string, { stage, subject, title }: Pick<ResourceContent, 'stage' | 'subject' | 'title'>): string =>
  [organisation, stage, subject, titleKey(title)].join(' ');

/** Until this commits, whoever brings resources of the same title waits: they are to find it. People who register do not wait for each other. */
export async function announceTitle(
  { organisation, proposed }: { readonly organisation: string; readonly proposed: ResourceContent },
  work: Work,
): Promise<void> {
  await work.query('select pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [`title ${titleSign(organisation, proposed)}`]);
}
