import { refuse } from '../machinery/refusal.js';
import type { Role } from '../roles.js';
import type { Contributor } from './content.js';
import { ResourceContributorsUnknown } from './refusals.js';

/** Families have no part in what schools publish, by name least of all. */
const families: readonly Role[] = ['pupil', 'guardian'];

type PostsOf = (person: string) => Promise<readonly { readonly role: Role; readonly organisation: string }[]>;

const isSame = (one: Contributor, other: Contributor): boolean => one.person === other.person && one.organisation === other.organisation;

/**
 * Refuses contributors who are nobody, or who do not work where they are said to have done it, since they are credited, and kept from
 * reviewing it. Those named before stay, wherever they have gone since.
 */
export async function holdToContributors(given: readonly Contributor[], before: readonly Contributor[], postsOf: PostsOf): Promise<void> {
  const works = async ({ person, organisation }: Contributor) =>
    (await postsOf(person)).some((post) => post.organisation === organisation && !families.includes(post.role));
  const known = await Promise.all(given.map(async (one) => before.some((other) => isSame(one, other)) || works(one)));
  const unknown = given.flatMap(({ person }, index) => (known[index] ? [] : [{ person, field: `contributors.${index}.person` }]));
  if (unknown.length === 0) return;
  throw refuse(ResourceContributorsUnknown, { people: unknown.map(({ person }) => person), fields: unknown.map(({ field }) => field) });
}
