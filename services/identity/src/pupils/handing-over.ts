import { assertThat, dayInBeijing, enrolmentFacts, postFacts, TransferPupilGone } from '@lianxue/contracts';
import { newId, sql, type Work } from '@lianxue/persistence';
import { followPostsOf } from '../people/ending.js';
import { Person } from '../people/person.entity.js';
import { Post } from '../people/post.entity.js';
import type { Revoked } from '../signing-in/revocations.js';
import { record } from './movement.entity.js';
import { into, keepAt, outOf } from './moving-pupils.js';
import { endSchooling, enrolmentIn, fitClass, pupilAt } from './pupil-here.js';
import type { TransferEntity } from './transfer.entity.js';

/** What changes when a pupil is accepted, all at once: what they and their guardians were there ends, and begins here. */
export async function handOver(
  { person, from, organisation: to, class: classId, reason }: TransferEntity,
  now: Date,
  work: Work,
  revoke: (revoked: Revoked) => void,
): Promise<void> {
  const today = dayInBeijing(now);
  const [pupil] = await work.all(Person, sql`t.id = ${person}`, 1);
  pupil!.refuseClosed();
  const there = await pupilAt(from, person, work);
  assertThat(there, TransferPupilGone);
  const inClass = classId === null ? undefined : await fitClass(classId, to, work);
  const guardians = await endSchooling([there], 'transferOut', today, work, revoke);
  const post = { id: newId(), person, organisation: to, role: 'pupil' as const, about: [person], since: today };
  await work.insert(Object.assign(new Post(), post), postFacts.given);
  if (inClass) await work.insert(enrolmentIn(inClass, person, today), enrolmentFacts.made);
  await keepAt(pupil!, to, work);
  for (const guardian of guardians) await follow(guardian, person, to, today, work, revoke);
  await followPostsOf([person, ...guardians.map((one) => one.person)], work);
  const on = today;
  await record({ organisation: from, person, kind: 'transferOut', on, other: to, reason, ...outOf(there.homeroom) }, work);
  await record({ organisation: to, person, kind: 'transferIn', on, other: from, reason, ...into(inClass) }, work);
}

/** A guardian comes along: a post at the new school, or one ward more in the one held there. */
async function follow(
  { person, organisation: from }: Post,
  ward: string,
  to: string,
  today: string,
  work: Work,
  revoke: (revoked: Revoked) => void,
): Promise<void> {
  const posts = await work.all(Post, sql`t.person = ${person} and not t.ended`);
  const held = posts.find(({ role, organisation }) => role === 'guardian' && organisation === to);
  if (held) {
    revoke({ kind: 'post', value: held.id });
    held.about = [...new Set([...held.about, ward])];
    await work.update(held, postFacts.changed);
  } else {
    const post = { id: newId(), person, organisation: to, role: 'guardian' as const, about: [ward], since: today };
    await work.insert(Object.assign(new Post(), post), postFacts.given);
  }
  const [guardian] = await work.all(Person, sql`t.id = ${person} and t.organisation = ${from}`, 1);
  if (guardian && !posts.some(({ organisation }) => organisation === from)) await keepAt(guardian, to, work);
}
