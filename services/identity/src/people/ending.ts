import { personFacts, postFacts } from '@lianxue/contracts';
import { sql, type Work } from '@lianxue/persistence';
import { endConsentsWith } from '../consents/ending-consents.js';
import type { Revoke } from '../signing-in/revocations.js';
import { kindOf, Person, type PersonKind } from './person.entity.js';
import { Post } from './post.entity.js';

/** As many as a class or a batch of an import may hold. */
const atOnce = 20_000;

/** Ends posts, the consents that went with them and whoever stands in for them; whoever acts in them stops now. */
export async function endPosts(posts: readonly Post[], today: string, work: Work, revoke: Revoke): Promise<void> {
  for (const post of posts) {
    post.ended = true;
    if (post.until === null || post.until > today) post.until = today < post.since ? post.since : today;
  }
  await work.updateAll(posts, postFacts.ended);
  await endConsentsWith(posts, work);
  for (const { id } of posts) revoke({ kind: 'post', value: id, forGood: true });
  await endDeputies(posts, today, work, revoke);
}

/** Ends posts, and holds the kinds of whoever held them to what they still hold. */
export async function endPostsAndFollow(posts: readonly Post[], today: string, work: Work, revoke: Revoke): Promise<void> {
  await endPosts(posts, today, work, revoke);
  const people = posts.map(({ person }) => person);
  await followPostsOf(people, work);
}

/** Ends what stands in for posts 代理. */
export async function endDeputies(posts: readonly Post[], today: string, work: Work, revoke: Revoke): Promise<void> {
  const deputised = posts.filter(mayHaveDeputies).map(({ id }) => id);
  if (deputised.length === 0) return;
  const deputies = await work.all(Post, sql`t.deputy_of = any(${deputised}::uuid[]) and not t.ended`, atOnce);
  if (deputies.length > 0) await endPostsAndFollow(deputies, today, work, revoke);
}

/** A post whose days have changed is stood in for on those days only. */
export async function keepDeputiesWithin(post: Post, today: string, work: Work, revoke: Revoke): Promise<void> {
  if (!mayHaveDeputies(post)) return;
  const outside = sql`t.deputy_of = ${post.id} and not t.ended and (t.until > ${post.until}::date or t.since < ${post.since}::date)`;
  for (const deputy of await work.all(Post, outside)) {
    if (deputy.since < post.since) deputy.since = post.since;
    if (post.until !== null && deputy.until! > post.until) deputy.until = post.until;
    if (deputy.until! < deputy.since) await endPostsAndFollow([deputy], today, work, revoke);
    else await work.update(deputy, postFacts.changed);
  }
}

/** Families are not stood in for, nor deputies; asking for each of a grade's pupils would be in vain. */
const mayHaveDeputies = ({ role, deputyOf }: Post): boolean => role !== 'pupil' && role !== 'guardian' && deputyOf === null;

/** Holds the kinds of people to the posts they hold now; unchanged people cause no fact. */
export async function followPosts(people: readonly Person[], work: Work): Promise<void> {
  if (people.length === 0) return;
  const posts = await work.all(Post, sql`t.person = any(${people.map(({ id }) => id)}::uuid[]) and not t.ended`, atOnce);
  const kinds = new Map(people.map(({ id }) => [id, new Set<PersonKind>()]));
  for (const { person, role } of posts) kinds.get(person)!.add(kindOf(role));
  const changed = people.filter(({ id, kinds: before }) => [...kinds.get(id)!].sort().join() !== [...before].sort().join());
  for (const person of changed) person.kinds = [...kinds.get(person.id)!].sort();
  await work.updateAll(changed, personFacts.changed);
}

/** The same of people by their ids. */
export async function followPostsOf(ids: readonly string[], work: Work): Promise<void> {
  await followPosts(await work.all(Person, sql`t.id = any(${[...new Set(ids)]}::uuid[])`, atOnce), work);
}
