import type { identity, OutputOf } from '@lianxue/contracts';

export type ExpertPost = Pick<OutputOf<typeof identity.postsOf>['posts'][number], 'role' | 'organisation'>;

/** Where a person works now: what tells whether they have a part in what is tested. */
export abstract class ExpertPosts {
  /** None for a person nobody knows. */
  abstract of(person: string): Promise<readonly ExpertPost[]>;
}
