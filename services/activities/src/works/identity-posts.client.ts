import { Inject, Injectable } from '@nestjs/common';
import { identity, Refusal, SubjectUnknown } from '@lianxue/contracts';
import { Clients } from '@lianxue/wire';
import { Posts, type Post } from './posts.js';

/** Asks identity, which owns posts. */
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
