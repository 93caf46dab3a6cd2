import { Inject, Injectable } from '@nestjs/common';
import { identity, Refusal, SubjectUnknown, type OutputOf } from '@lianxue/contracts';
import { Clients } from '@lianxue/wire';

export type Post = Pick<OutputOf<typeof identity.postsOf>['posts'][number], 'role' | 'organisation'>;

/** Which posts a person holds now. Asked each time, since who works where changes while an activity runs. */
export abstract class Posts {
  /** None for a person nobody knows. */
  abstract of(person: string): Promise<readonly Post[]>;
}

@Injectable()
export class IdentityPosts extends Posts {
  constructor(@Inject(Clients) private readonly clients: Clients) {
    super();
  }

  async of(person: string): Promise<readonly Post[]> {
    try {
      return (await this.clients.of(identity).postsOf({ person })).posts;
    } catch (error) {
      if (error instanceof Refusal && error.kind.code === SubjectUnknown.code) return [];
      throw error;
    }
  }
}
