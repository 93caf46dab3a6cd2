import { postFacts, type MovementCode, type PostRole } from '@lianxue/contracts';
import { newId } from '@lianxue/persistence';
import { endConsentsBy } from '../consents/ending-consents.js';
import { keepDeputiesWithin } from '../people/ending.js';
import type { Person } from '../people/person.entity.js';
import { Post } from '../people/post.entity.js';
import type { Batch } from './importing-people.js';
import type { RosterPerson, RosterPost } from './roster.js';

const ofRosters = ['pupil', 'teacher', 'homeroomTeacher', 'guardian'] as const satisfies readonly PostRole[];

export const postKey = (person: string, role: string): string => `${person}${role}`;

/** The post a row speaks of; a layout without a word for 班主任 calls them teachers. */
export function heldAs({ id }: Person, { role, plain }: RosterPost, posts: Batch['posts']): Post | undefined {
  const there = posts.get(postKey(id, role)) ?? (plain ? posts.get(postKey(id, 'homeroomTeacher')) : undefined);
  return there?.ended ? undefined : there;
}

/** Whether a row gives a post, as far as its wards are pupils of the school now: who has left it has no guardians there. */
export const gives = ({ ended, wards }: RosterPost, { named, pupils }: Pick<Batch, 'named' | 'pupils'>): boolean =>
  !ended && (wards.length === 0 || wards.some((ward) => !named.has(ward) || pupils.has(named.get(ward)!)));

/** Gives, changes or ends a post as a row says. */
export async function bringPost(person: Person, row: RosterPost, batch: Batch): Promise<void> {
  const { school, today, asOf, work, tally, posts, pupils, lost, named, fresh } = batch;
  const wards = row.wards.map((ward) => named.get(ward));
  if (wards.includes(undefined)) return tally.wrong(row, 'agentSourcedIds', 'user.unknown');
  const said = row.role === 'pupil' ? [person.id] : (wards as string[]).filter((ward) => pupils.has(ward));
  const held = heldAs(person, row, posts);
  if (held ? asOf.isBefore(held) : lost.has(postKey(person.id, row.role))) return tally.count('posts', 'unchanged');
  if (!gives(row, batch)) return held ? end(person, [held], undefined, batch) : undefined;
  if (row.role === 'pupil') pupils.add(person.id);
  if (!held) {
    const post = Object.assign(new Post(), {
      id: newId(),
      organisation: school,
      person: person.id,
      role: row.role,
      about: said,
      since: row.since ?? today,
      until: row.until ?? null,
      pupilStatus: row.pupilStatus === '02' ? '02' : null,
    });
    if (post.pupilStatus === '02') suspend(person, batch);
    fresh.posts.push(post);
    return tally.count('posts', 'added');
  }
  const since = row.since ?? held.since;
  const about = await withThoseGone(held.about, said, batch);
  const until = row.until === undefined ? held.until : row.until;
  // Of whom nothing is recorded is there.
  const pupilStatus = row.pupilStatus === (held.pupilStatus ?? '01') ? held.pupilStatus : (row.pupilStatus ?? held.pupilStatus);
  const comes = held.pupilStatus !== pupilStatus;
  const sameWards = [...held.about].sort().join() === [...about].sort().join();
  const same = held.since === since && held.until === until && sameWards && !comes;
  tally.count('posts', same ? 'unchanged' : 'changed');
  if (same) return;
  if (comes && pupilStatus === '02') suspend(person, batch);
  else if (comes && batch.onLeave.delete(person.id)) batch.resumed.push(person.id);
  const dropped = held.about.filter((ward) => !about.includes(ward));
  await work.update(Object.assign(held, { since, until, about, pupilStatus }), postFacts.changed);
  await keepDeputiesWithin(held, today, work, batch.revoke);
  if (dropped.length === 0) return;
  // The token in use still names them.
  batch.revoke({ kind: 'post', value: held.id });
  await endConsentsBy(
    dropped.map((ward) => ({ guardian: person.id, ward })),
    held.updatedAt,
    work,
  );
}

function suspend(person: Person, { suspended, onLeave }: Batch): void {
  suspended.push(person.id);
  onLeave.add(person.id);
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
export function leave(person: Person, { left }: RosterPerson, batch: Batch): void {
  const held = ofRosters
    .map((role) => batch.posts.get(postKey(person.id, role)))
    .filter(
      (post): post is Post & { role: RosterPost['role'] } =>
        post !== undefined && !post.ended && !batch.asOf.isBefore(post) && batch.mayGive(post.role as RosterPost['role']),
    );
  batch.tally.count('people', held.length > 0 ? 'ended' : 'unchanged');
  end(person, held, left, batch);
}

/** What rows end is ended for all of them together. */
function end(person: Person, held: readonly Post[], as: MovementCode = 'departure', { leaving, posts, pupils, tally }: Batch): void {
  for (const post of held) {
    leaving.push({ post, as });
    posts.delete(postKey(person.id, post.role));
    if (post.role === 'pupil') pupils.delete(person.id);
    tally.count('posts', 'ended');
  }
}
