import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { activities, classrooms, identity, incidents, ONCE, reporting, resources, type Once } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Clients } from '@lianxue/wire';
import { Feed } from './feed.js';

/** Facts asked for at once: 500 of at most 64 KB stay below what one answer may carry in practice; a list ends early anyway. */
const batch = 500;
/** JetStream brings facts within milliseconds; this is how long a loss there may go unnoticed. */
const everyMs = 5_000;

/**
 * Brings what JetStream did not: asks each service for its changes after the last one written, at start, on a gap, and
 * every few seconds. PostgreSQL is the truth, so an emptied JetStream costs seconds and no fact.
 */
@Injectable()
export class CatchUp implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('CatchUp');
  private readonly sources = { identity, resources, classrooms, reporting, incidents, activities };
  private readonly running = new Map<string, Promise<void>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(Feed) private readonly feed: Feed,
    @Inject(Store) private readonly store: Store,
    @Inject(ONCE) private readonly inbox: Once,
    @Inject(Clients) private readonly clients: Clients,
  ) {}

  onApplicationBootstrap(): void {
    this.feed.missing = (service) => this.start(service);
    this.timer = setInterval(() => this.startAll(), everyMs);
    this.startAll();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await Promise.allSettled(this.running.values());
  }

  private startAll(): void {
    Object.keys(this.sources).forEach((service) => this.start(service));
  }

  /** One at a time for each service. */
  private start(service: string): void {
    if (this.running.has(service)) return;
    const run = this.follow(service as keyof typeof this.sources)
      .catch((error: unknown) => this.log.debug(`${service} cannot be asked now: ${String(error)}`))
      .finally(() => this.running.delete(service));
    this.running.set(service, run);
  }

  private async follow(service: keyof typeof this.sources): Promise<void> {
    for (;;) {
      const [source] = await this.store.read<{ feed_seq: string }>(sql`select feed_seq from feed_source where service = ${service}`);
      const { facts } = await this.clients.of(this.sources[service]).changesAfter({ feedSeq: Number(source?.feed_seq ?? 0), limit: batch });
      for (const fact of facts) await this.inbox.once('federation-catch-up', fact, (statements) => this.feed.apply(fact, statements));
      if (facts.length === 0) return;
    }
  }
}
