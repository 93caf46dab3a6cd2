import { CLOCK, dayInBeijing, type Clock } from '@lianxue/contracts';
import { Rounds, sql } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { ownCall } from '../itself.js';
import { endPostsAndFollow } from '../people/ending.js';
import { Post } from '../people/post.entity.js';
import { Revocations } from '../signing-in/revocations.js';

const everyMs = 60_000;

/** Posts ended in one transaction, which may last two seconds. */
const batch = 100;

/** Ends posts whose last day is over, so that they are free to be given again. Several replicas at it do no harm: each locks what it ends. */
@Injectable()
export class Lapsing extends Rounds {
  constructor(
    private readonly revocations: Revocations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super(everyMs);
  }

  /** Answers how many posts it ended. */
  round(): Promise<number> {
    return this.inBatches(batch, () => this.endSome());
  }

  private endSome(): Promise<number> {
    const today = dayInBeijing(this.clock.now());
    return this.revocations.commit(ownCall(), async (work, revoke) => {
      const lapsed = await work.all(Post, sql`t.until < ${today} and not t.ended`, batch);
      await endPostsAndFollow(lapsed, today, work, revoke);
      return lapsed.length;
    });
  }
}
