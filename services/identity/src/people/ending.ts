import { personFacts, postFacts } from '@lianxue/contracts';
import { sql, type Work } from '@lianxue/persistence';
import { endConsentsWith } from '../consents/ending-consents.js';
import type { Revoked } from '../signing-in/revocations.js';
import { kindOf, Person } from './person.entity.js';
import { Post } from './post.entity.js';

/** Ends a post and the consents that went with it; answers what its end revokes: whoever acts in it stops now. */
export async function endPost(post: Post, today: string, work: Work): Promise<Revoked> {
  post.ended = true;
  if (post.until === null || post.until > today) post.until = today < post.since ? post.since : today;
  await work.update(post, postFacts.ended);
  await endConsentsWith(post, work);
  return { kind: 'post', value: post.id, forGood: true };
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
  const posts = await work.all(Post, sql`t.person = ${person.id} and not t.ended`);
  const kinds = [...new Set(posts.map(({ role }) => kindOf(role)))].sort();
  if (kinds.join() === [...person.kinds].sort().join()) return person;
  person.kinds = kinds;
  return work.update(person, personFacts.changed);
}
