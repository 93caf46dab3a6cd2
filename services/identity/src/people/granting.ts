import {
  assertThat,
  OrganisationClosed,
  OrganisationUnknown,
  PersonBeyondReach,
  PostHeld,
  PostMisplaced,
  PostNotGrantable,
  PostsSeparated,
  postFacts,
  roles,
  WardUnknown,
  type Call,
  type PostRole,
} from '@lianxue/contracts';
import { newId, sql, type Work } from '@lianxue/persistence';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import type { Person } from './person.entity.js';
import { Post } from './post.entity.js';

/** Three administrators 三员分立: no two of these are ever one person. */
const separated: readonly PostRole[] = ['systemAdmin', 'securityAdmin', 'auditAdmin'];

/** Who may give or end which roles within their reach. */
const grantable: Readonly<Record<string, (role: PostRole) => boolean>> = {
  systemAdmin: () => true,
  // A school's administrator names the school's people, but not another administrator of it: that is the authority's to decide.
  schoolAdmin: (role) => role !== 'schoolAdmin' && roles[role].at.some((kind) => kind === 'school'),
  rollManager: (role) => role === 'pupil' || role === 'guardian',
  app: (role) => role === 'pupil' || role === 'guardian' || role === 'teacher',
  service: () => true,
};

/** Whether this role may not be held beside these posts. */
export const separatedFrom = (role: PostRole, held: readonly Post[]): boolean =>
  separated.includes(role) && held.some((other) => other.role !== role && separated.includes(other.role));

export const mayGrant = (role: PostRole, { caller }: Call): boolean => grantable[caller.role]?.(role) ?? false;

export function refuseUngrantable(role: PostRole, call: Call): void {
  assertThat(mayGrant(role, call), PostNotGrantable, { role: roles[role].zh });
}

/**
 * The posts a person holds, every one of which the caller could give. Whoever may open or reset an account could sign in as its
 * owner, so that power over a person is power over all of their posts.
 */
export async function postsWithinPower(person: string, work: Work, call: Call): Promise<Post[]> {
  const posts = await work.all(Post, sql`t.person = ${person} and not t.ended`);
  for (const post of posts) {
    refuseUngrantable(post.role, call);
    await work.within(post.organisation, PersonBeyondReach);
  }
  return posts;
}

/** What is asked for when a post is given. */
export interface Grant {
  readonly id?: string | undefined;
  readonly role: PostRole;
  readonly organisation: string;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly wards: readonly string[];
}

/** Gives a post: by someone who may, at an organisation that has such a post, and not twice. */
export async function givePost(person: Person, grant: Grant, today: string, work: Work, call: Call): Promise<Post> {
  refuseUngrantable(grant.role, call);
  const organisation = await work.one(OrganisationRecord, grant.organisation, OrganisationUnknown);
  assertThat(organisation.state === 'open', OrganisationClosed);
  assertThat(
    roles[grant.role].at.some((kind) => kind === organisation.kind),
    PostMisplaced,
    { role: roles[grant.role].zh },
  );
  const held = await work.all(Post, sql`t.person = ${person.id} and not t.ended`);
  const post = Object.assign(new Post(), {
    id: grant.id ?? newId(),
    person: person.id,
    organisation: organisation.id,
    role: grant.role,
    about: await aboutWhom(person, grant, work),
    since: grant.since ?? today,
    until: grant.until ?? null,
  });
  assertThat(!held.some((other) => other.id !== post.id && other.role === post.role && other.organisation === post.organisation), PostHeld);
  assertThat(!separatedFrom(post.role, held), PostsSeparated);
  return work.insert(post, postFacts.given, samePost(post));
}

const samePost = (post: Post) => (existing: Post) =>
  existing.person === post.person &&
  existing.role === post.role &&
  existing.organisation === post.organisation &&
  existing.until === post.until;

/** A pupil reads about themselves, a guardian about wards who are pupils of the same school. */
async function aboutWhom(person: Person, { role, organisation, wards }: Grant, work: Work): Promise<string[]> {
  if (role === 'pupil') return [person.id];
  if (role !== 'guardian') return [];
  const distinct = [...new Set(wards)];
  const pupils = await work.all(
    Post,
    sql`t.person = any(${distinct}::uuid[]) and t.organisation = ${organisation} and t.role = 'pupil' and not t.ended`,
  );
  assertThat(distinct.length > 0 && pupils.length === distinct.length, WardUnknown);
  return distinct;
}
