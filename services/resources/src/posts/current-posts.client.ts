import { identity, Refusal, SubjectUnknown } from '@lianxue/contracts';
import { Clients } from '@lianxue/wire';
import { Inject, Injectable } from '@nestjs/common';
import { CurrentPosts, type CurrentPost } from './current-posts.js';

/** Posts as identity keeps them. */
@Injectable()
export class PostsOfIdentity extends CurrentPosts {
  constructor(@Inject(Clients) private readonly clients: Clients) {
    super();
  }

  override async of(person: string): Promise<readonly CurrentPost[]> {
    try {
      return (await this.clients.of(identity).postsOf({ person })).posts;
    } catch (error) {
      if (error instanceof Refusal && error.kind.code === SubjectUnknown.code) return [];
      throw error;
    }
  }
}
