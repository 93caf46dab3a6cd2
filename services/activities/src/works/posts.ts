import type { identity, OutputOf } from '@lianxue/contracts';

export type Post = Pick<OutputOf<typeof identity.postsOf>['posts'][number], 'role' | 'organisation'>;

/** Which posts a person holds now. Asked each time, since who works where changes while an activity runs. */
export abstract class Posts {
  /** None for a person nobody knows. */
  abstract of(person: string): Promise<readonly Post[]>;
}
