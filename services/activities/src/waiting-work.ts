import { Inject, Injectable } from '@nestjs/common';
import type { PostWork } from '@lianxue/contracts';
import { CallsWork } from './calls/calls-work.js';
import { ExpertsWork } from './evaluating/experts-work.js';

/** What waits for the holder of a post in this service: entries to evaluate, and what calls ask. */
@Injectable()
export class WaitingWork implements PostWork {
  private readonly kinds: readonly PostWork[];

  constructor(@Inject(ExpertsWork) experts: ExpertsWork, @Inject(CallsWork) calls: CallsWork) {
    this.kinds = [experts, calls];
  }

  async of(holder: Parameters<PostWork['of']>[0]): ReturnType<PostWork['of']> {
    const waiting = await Promise.all(this.kinds.map((kind) => kind.of(holder)));
    return waiting.flat().slice(0, 500);
  }

  async passOver(holder: Parameters<PostWork['passOver']>[0], to: string): Promise<void> {
    for (const kind of this.kinds) await kind.passOver(holder, to);
  }
}
