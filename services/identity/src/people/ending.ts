import { personFacts, postFacts } from '@lianxue/contracts';
import { sql, type Work } from '@lianxue/persistence';
import { endConsentsWith } from '../consents/ending-consents.js';
import type { Revoke } from '../signing-in/revocations.js';
import { kindOf, Person, type PersonKind } from './person.entity.js';
import { Post } from './post.entity.js';

/** As many as a class or a batch of an import may hold. */
const atOnce = 20_000;

/** Ends a post, the consents that went with it and whoever stands in for it; whoever acts in them stops now. */
export const endPost = (post: Post, today: string, work: Work, revoke: Revoke): Promise<void> => endPosts([post], today, work, revoke);

/** The same of many at once. */
export async function endPosts(posts: readonly Post[], today: string, work: Work, revoke: Revoke): Promise<void> {
  for (const post of posts) {
    post.ended = true;
    if (post.until === null || post.until > today) post.until = today < post.since ? post.since : today;
  }
  await work.updateAll(posts, postFacts.ended);
  await endConsentsWith(posts, work);
  for (const { id } of posts) revoke({ kind: 'post', value: id, forGood: true });
  for (const post of posts) await endDeputies(post, today, work, revoke);
}

/** Of several posts that end at once, those that stand in for another go first: the other, ending, finds them ended. */
export const deputiesFirst = (posts: readonly Post[]): Post[] =>
  [...posts].sort((a, b) => Number(b.deputyOf !== null) - Number(a.deputyOf !== null));

/** Ends what stands in for a post 代理. */
export async function endDeputies(post: Post, today: string, work: Work, revoke: Revoke): Promise<void> {
  if (!mayHaveDeputies(post)) return;
  for (const deputy of await work.all(Post, sql`t.deputy_of = ${post.id} and not t.ended`)) await endDeputy(deputy, today, work, revoke);
}

/** A post whose days have changed is stood in for on those days only. */
export async function keepDeputiesWithin(post: Post, today: string, work: Work, revoke: Revoke): Promise<void> {
  if (!mayHaveDeputies(post)) return;
  const outside = sql`t.deputy_of = ${post.id} and not t.ended and (t.until > ${post.until}::date or t.since < ${post.since}::date)`;
  for (const deputy of await work.all(Post, outside)) {
    if (deputy.since < post.since) deputy.since = post.since;
    if (post.until !== null && deputy.until! > post.until) deputy.until = post.until;
    if (deputy.until! < deputy.since) await endDeputy(deputy, today, work, revoke);
    else await work.update(deputy, postFacts.changed);
  }
}

/** Families are not stood in for, nor deputies; asking for each of a grade's pupils would be in vain. */
const mayHaveDeputies = ({ role, deputyOf }: Post): boolean => role !== 'pupil' && role !== 'guardian' && deputyOf === null;

async function endDeputy(deputy: Post, today: string, work: Work, revoke: Revoke): Promise<void> {
  await endPost(deputy, today, work, revoke);
  const [person] = await work.all(Person, sql`t.id = ${deputy.person}`, 1);
  await followPosts(person!, work);
}

/** Holds a person's kinds to the posts they hold now; an unchanged person causes no fact. */
export async function followPosts(person: Person, work: Work): Promise<Person> {
  await followAll([person], work);
  return person;
}

/** The same of many at once. */
export async function followAll(people: readonly Person[], work: Work): Promise<void> {
  if (people.length === 0) return;
  const posts = await work.all(Post, sql`t.person = any(${people.map(({ id }) => id)}::uuid[]) and not t.ended`, atOnce);
  const kinds = new Map(people.map(({ id }) => [id, new Set<PersonKind>()]));
  for (const { person, role } of posts) kinds.get(person)!.add(kindOf(role));
  const changed = people.filter(({ id, kinds: before }) => [...kinds.get(id)!].sort().join() !== [...before].sort().join());
  for (const person of changed) person.kinds = [...kinds.get(person.id)!].sort();
  await work.updateAll(changed, personFacts.changed);
}
