import { postFacts, type PostRole } from '@lianxue/contracts';
import { newId } from '@lianxue/persistence';
import { endPost, followPosts } from '../people/ending.js';
import type { Person } from '../people/person.entity.js';
import { Post } from '../people/post.entity.js';
import type { Batch } from './importing-people.js';
import type { RosterPost } from './roster.js';

const ofRosters = ['pupil', 'teacher', 'homeroomTeacher', 'guardian'] as const satisfies readonly PostRole[];

export const postKey = (person: string, role: string): string => `${person}${role}`;

/** The post a row speaks of; a layout without a word for 班主任 calls them teachers. */
export function heldAs({ id }: Person, { role, plain }: RosterPost, posts: Batch['posts']): Post | undefined {
  const there = posts.get(postKey(id, role)) ?? (plain ? posts.get(postKey(id, 'homeroomTeacher')) : undefined);
  return there?.ended ? undefined : there;
}

/** Gives, changes or ends a post as a row says. */
export async function bringPost(person: Person, row: RosterPost, batch: Batch): Promise<void> {
  const { school, today, asOf, work, tally, posts, lost, named, fresh } = batch;
  const wards = row.wards.map((ward) => named.get(ward));
  if (wards.includes(undefined)) return tally.wrong(row, 'agentSourcedIds', 'user.unknown');
  const said = row.role === 'pupil' ? [person.id] : (wards as string[]);
  const held = heldAs(person, row, posts);
  if (held ? asOf.isBefore(held) : lost.has(postKey(person.id, row.role))) return tally.count('posts', 'unchanged');
  if (row.ended) return held ? endPosts(person, [held], batch) : undefined;
  if (!held) {
    const post = Object.assign(new Post(), {
      id: newId(),
      organisation: school,
      person: person.id,
      role: row.role,
      about: said,
      since: row.since ?? today,
      until: row.until ?? null,
    });
    fresh.posts.push(post);
    return tally.count('posts', 'added');
  }
  const since = row.since ?? held.since;
  const about = await withThoseGone(held.about, said, batch);
  const until = row.until === undefined ? held.until : row.until;
  const same = held.since === since && held.until === until && [...held.about].sort().join() === [...about].sort().join();
  tally.count('posts', same ? 'unchanged' : 'changed');
  if (!same) await work.update(Object.assign(held, { since, until, about }), postFacts.changed);
}

/** Wards who have left the school are in no roster of it, which says nothing of them. */
async function withThoseGone(held: readonly string[], said: readonly string[], { school, work }: Batch): Promise<string[]> {
  const unsaid = held.filter((ward) => !said.includes(ward));
  if (unsaid.length === 0) return [...said];
  const there = await work.query<{ person: string }>(
    `select person from post where person = any($1::uuid[]) and organisation = $2 and role = 'pupil' and not ended`,
    [unsaid, school],
  );
  return [...said, ...unsaid.filter((ward) => !there.some(({ person }) => person === ward))];
}

/** A person the roster marks as gone leaves what rosters give at this school; their record and other posts stay. */
export async function leave(person: Person, batch: Batch): Promise<void> {
  const held = ofRosters
    .map((role) => batch.posts.get(postKey(person.id, role)))
    .filter(
      (post): post is Post & { role: RosterPost['role'] } =>
        post !== undefined && !post.ended && !batch.asOf.isBefore(post) && batch.mayGive(post.role as RosterPost['role']),
    );
  batch.tally.count('people', held.length > 0 ? 'ended' : 'unchanged');
  await endPosts(person, held, batch);
}

async function endPosts(person: Person, held: readonly Post[], { today, work, revoke, tally }: Batch): Promise<void> {
  for (const post of held) {
    revoke(await endPost(post, today, work));
    tally.count('posts', 'ended');
  }
  if (held.length > 0) await followPosts(person, work);
}
