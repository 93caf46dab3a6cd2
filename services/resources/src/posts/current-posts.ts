import type { identity, OutputOf } from '@lianxue/contracts';

export type CurrentPost = Pick<OutputOf<typeof identity.postsOf>['posts'][number], 'role' | 'organisation'>;

/**
 * Where a person works now: whether they have a part in what is tested, still hold the post they ordered something with, may keep drafts,
 * review for a tier, or did something for an organisation.
 */
export abstract class CurrentPosts {
  /** None for a person nobody knows. */
  abstract of(person: string): Promise<readonly CurrentPost[]>;
}
