import { setTimeout as sleep } from 'node:timers/promises';
import { CLOCK, type Clock } from '@lianxue/contracts';
import { Leadership } from '@lianxue/persistence';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Delivering } from './delivering.js';
import { Ledger } from './ledger.js';
import { Sending } from './sending.js';

/** How often due subscriptions are looked for: the longest an event waits here. */
const everyMs = 200;
/** Subscriptions served at once: a slow receiver holds one place for ten seconds at most, then it waits for its next attempt. */
const places = 64;
const dayMs = 24 * 3600_000;
const kept = { delivered: 30 * dayMs, dead: 90 * dayMs };
const sweepEveryMs = 3600_000;
const swept = 1000;

/** Serves all subscriptions side by side, in one gateway at a time; what a killed one left undone the next one finds. */
@Injectable()
export class Courier implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Courier');
  private readonly stopping = new AbortController();
  private readonly busy = new Map<string, Promise<void>>();
  private running: Promise<void> = Promise.resolve();
  private sweptAt = 0;

  constructor(
    private readonly delivering: Delivering,
    private readonly ledger: Ledger,
    private readonly sending: Sending,
    private readonly leadership: Leadership,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.leadership.hold('webhooks', this.stopping.signal, (over) => this.work(over));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await this.sending.close();
  }

  /** Begins a turn of each subscription that is due and has no turn yet; answers those that were begun. */
  async round(over: AbortSignal): Promise<readonly Promise<void>[]> {
    if (this.busy.size >= places) return [];
    const due = await this.ledger.due(this.clock.now(), [...this.busy.keys()], places - this.busy.size);
    return due.map((each) => {
      const turn = this.delivering
        .serve(each, over)
        .catch((error: unknown) => this.log.warn(`A subscription could not be served: ${String(error)}`))
        .finally(() => this.busy.delete(each.subscription));
      this.busy.set(each.subscription, turn);
      return turn;
    });
  }

  private async work(over: AbortSignal): Promise<void> {
    try {
      while (!over.aborted) {
        void (await this.round(over));
        await this.sweep();
        await sleep(everyMs, undefined, { signal: over }).catch(() => undefined);
      }
    } finally {
      await Promise.all(this.busy.values());
    }
  }

  private async sweep(): Promise<void> {
    if (Date.now() - this.sweptAt < sweepEveryMs) return;
    const now = this.clock.now().getTime();
    const removed = await this.ledger.sweep(new Date(now - kept.delivered), new Date(now - kept.dead), swept);
    if (removed < swept) this.sweptAt = Date.now();
  }
}
