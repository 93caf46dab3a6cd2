import { personFacts, postFacts } from '@lianxue/contracts';
import { sql, type Work } from '@lianxue/persistence';
import { endConsentsWith } from '../consents/ending-consents.js';
import type { Revoked } from '../signing-in/revocations.js';
import { kindOf, Person, type PersonKind } from './person.entity.js';
import { Post } from './post.entity.js';

/** As many as a class or a batch of an import may hold. */
const atOnce = 20_000;

/** Ends a post and the consents that went with it; answers what its end revokes: whoever acts in it stops now. */
export async function endPost(post: Post, today: string, work: Work): Promise<Revoked> {
  const [revoked] = await endPosts([post], today, work);
  return revoked!;
}

/** The same of many at once. */
export async function endPosts(posts: readonly Post[], today: string, work: Work): Promise<Revoked[]> {
  for (const post of posts) {
    post.ended = true;
    if (post.until === null || post.until > today) post.until = today < post.since ? post.since : today;
  }
  await work.updateAll(posts, postFacts.ended);
  await endConsentsWith(posts, work);
  return posts.map(({ id }) => ({ kind: 'post', value: id, forGood: true }));
}

/** Ends what stands in for a post 代理, and what is to be revoked for it. */
export async function endDeputies(post: Post, today: string, work: Work): Promise<Revoked[]> {
  const deputies = await work.all(Post, sql`t.deputy_of = ${post.id} and not t.ended`);
  const revoked: Revoked[] = [];
  for (const deputy of deputies) {
    revoked.push(await endPost(deputy, today, work));
    const [person] = await work.all(Person, sql`t.id = ${deputy.person}`, 1);
    await followPosts(person!, work);
  }
  return revoked;
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
