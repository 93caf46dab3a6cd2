import { CLOCK, type Clock } from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ownCall } from '../itself.js';

/** How long a change waits at most before readers of the roster meet it. */
const everyMs = 150;

/** Facts of one round, so that it ends well within the 2 s a transaction may take. */
const factsAtOnce = 400;

/**
 * Which rows of the roster a fact changes, besides the row it is about: what a person is shown with is their posts, their wards,
 * the grade of their class, and whether there is consent.
 */
const stamps = `
with fact as (select thing, entity, data from outbox where feed_seq > $1 and feed_seq <= $2),
touched (entity) as (
  select entity from fact where thing in ('organisation', 'term', 'course', 'class', 'enrolment', 'person')
  union select (data ->> 'person')::uuid from fact where thing in ('post', 'account', 'enrolment') and data ->> 'person' is not null
  union select (data ->> 'child')::uuid from fact where thing = 'consent' and data ->> 'child' is not null
  union select unnest(p.about) from fact f join post p on p.id = f.entity where f.thing = 'post'
  union select e.person from fact f join enrolment e on e.class = f.entity where f.thing = 'class' and e.role = 'pupil' and not e.ended
)
insert into roster_stamp (entity, at) select entity, $3 from touched order by entity on conflict (entity) do update set at = excluded.at`;

/**
 * Says of everything in the roster when it was last modified. A time taken while a change is being written would order it before
 * changes that were read already; the feed's order holds nothing back and skips nothing, so it is followed here, one round at
 * a time, every round with a later instant than the one before.
 */
@Injectable()
export class Stamping implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Stamping');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.again(0);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Stamps what has been numbered; answers how many facts that were. Another replica that is at it does it alone. */
  round(): Promise<number> {
    const now = this.clock.now();
    return this.store.commit(ownCall(), async (work) => {
      const [last] = await work.query<{ feed_seq: string; at: Date }>('select feed_seq, at from roster_stamping for update skip locked');
      if (!last) return 0;
      const [next] = await work.query<{ seq: string | null; facts: number }>(
        'select max(feed_seq) as seq, count(*)::int as facts from (select feed_seq from outbox where feed_seq > $1 order by feed_seq limit $2) round',
        [last.feed_seq, factsAtOnce],
      );
      if (!next?.seq) return 0;
      const at = new Date(Math.max(now.getTime(), last.at.getTime() + 1));
      await work.query(stamps, [last.feed_seq, next.seq, at]);
      await work.query('update roster_stamping set feed_seq = $1, at = $2', [next.seq, at]);
      return next.facts;
    });
  }

  private again(ms: number): void {
    this.timer = setTimeout(() => void (this.running = this.sweep()), ms);
    this.timer.unref();
  }

  private async sweep(): Promise<void> {
    let more = false;
    try {
      more = (await this.round()) === factsAtOnce;
    } catch (error) {
      this.log.warn(`Stamping will be tried again: ${(error as Error).message}`);
    }
    if (!this.stopped) this.again(more ? 0 : everyMs);
  }
}
