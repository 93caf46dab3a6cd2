import type { Caller } from '@lianxue/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CurrentPosts } from '../posts/current-posts.js';

/** As long as an answer of identity's is taken for true: a removed post ends what its holder ordered within seconds. */
const trustedMs = 5_000;

/** Whether whoever ordered a job still holds the post with which they did. Asked between its transactions, which must not wait for the wire. */
@Injectable()
export class StillEntitled {
  private readonly known = new Map<string, { readonly held: boolean; readonly at: number }>();

  constructor(@Inject(CurrentPosts) private readonly posts: CurrentPosts) {}

  async ask(caller: Caller): Promise<void> {
    const before = this.known.get(keyOf(caller));
    if (before && Date.now() - before.at < trustedMs) return;
    const posts = await this.posts.of(caller.subject);
    const held = posts.some(({ role, organisation }) => role === caller.role && organisation === caller.organisation);
    this.known.set(keyOf(caller), { held, at: Date.now() });
  }

  /** What was answered last. */
  is(caller: Caller): boolean {
    return this.known.get(keyOf(caller))?.held ?? false;
  }

  forget(caller: Caller): void {
    this.known.delete(keyOf(caller));
  }
}

const keyOf = ({ subject, role, organisation }: Caller): string => `${subject} ${role} ${organisation ?? ''}`;
