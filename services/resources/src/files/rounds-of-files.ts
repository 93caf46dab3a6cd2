import { resourceFileFacts, type ResourceChanges } from '@lianxue/contracts';
import { askingWithin, sql, type Asking, type Sql, type Work } from '@lianxue/persistence';
import { ResourceFile } from './resource-file.entity.js';

/** Of the table as `f`: those that went out with a round of review. */
export const wentOutWith = (round: number | Sql): Sql => sql`f.added_in <= ${round} and (f.removed_in is null or f.removed_in > ${round})`;

/** What its author gave a resource, as far as it has it in a round and now: a rendition only follows what it was made of. */
export const compared = (resource: string, round: number): Sql => sql`
  select f.name, f.content, f.purpose, count(*) filter (where ${wentOutWith(round)})::int as "then", count(*) filter (where f.removed_in is null)::int as now
  from resource_file f where f.resource = ${resource} and f."of" is null group by 1, 2, 3 order by min(f.id::text)`;

export interface Compared {
  readonly name: string;
  readonly content: string;
  readonly then: number;
  readonly now: number;
}

/** The files of a resource as one more field that differs; nothing where they are the same. */
export function changedFiles(files: readonly Compared[]): ResourceChanges['changes'] {
  if (files.every(({ then, now }) => then === now)) return [];
  const named = (when: 'then' | 'now') =>
    files.flatMap((file) => Array<string>(file[when]).fill(`${file.name} #${file.content.slice(0, 8)}`));
  return [{ field: 'files', name: { zh: '文件', en: 'files' }, old: named('then'), new: named('now') }];
}

/** The rounds that ended with it published, the latest first: readers are shown its files. None before it is published. */
export async function publishedRounds(resource: string, ask: Asking): Promise<number[]> {
  const rows = await ask<{ round: number }>(
    sql`select round from submission where resource = ${resource} and decision = 'published' order by round desc`,
  );
  return rows.map(({ round }) => round);
}

/** Whether a resource has other files now than went out with that round. */
export async function filesDiffer({ id }: { readonly id: string }, round: number, ask: Asking): Promise<boolean> {
  return (await ask<Compared>(compared(id, round))).some(({ then, now }) => then !== now);
}

/** Gives a published resource the files again that were reviewed last; what no review has seen stays as it is. */
export async function takeFilesBack({ id, round }: { readonly id: string; readonly round: number }, now: Date, work: Work): Promise<void> {
  const [shown] = await publishedRounds(id, askingWithin(work));
  if (shown === undefined) return;
  const since = await work.all(
    ResourceFile,
    sql`t.resource = ${id} and ((t.added_in > ${shown} and t.removed_in is null) or (t.removed_in > ${shown} and t.added_in <= ${shown}))`,
  );
  for (const row of since) {
    const isGone = row.removedIn !== null;
    Object.assign(row, isGone ? { removedIn: null, removedAt: null } : { removedIn: round + 1, removedAt: now });
    await work.update(row, isGone ? resourceFileFacts.added : resourceFileFacts.removed);
  }
}
