import { identity, Refusal, SubjectUnknown } from '@lianxue/contracts';
import { Clients } from '@lianxue/wire';
import { Inject, Injectable } from '@nestjs/common';
import { ExpertPosts, type ExpertPost } from './expert-posts.js';

/** Posts as identity keeps them. */
@Injectable()
export class PostsOfIdentity extends ExpertPosts {
  constructor(@Inject(Clients) private readonly clients: Clients) {
    super();
  }

  override async of(person: string): Promise<readonly ExpertPost[]> {
    try {
      return (await this.clients.of(identity).postsOf({ person })).posts;
    } catch (error) {
      if (error instanceof Refusal && error.kind.code === SubjectUnknown.code) return [];
      throw error;
    }
  }
}
