import { Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';

/**
 * Work that comes round without anybody asking: every so often, one round at a time, as long as the process lives. A round that
 * fails is told of and tried again at the next turn; stopping waits for the round under way. Replicas go round at the same
 * time, so a round locks what it changes.
 */
export abstract class Rounds implements OnApplicationBootstrap, BeforeApplicationShutdown {
  protected readonly log = new Logger(this.constructor.name);
  private timer: NodeJS.Timeout | undefined;
  private latest: Promise<void> = Promise.resolve();
  private waiting = 0;
  private trouble: string | undefined;

  constructor(private readonly everyMs: number) {}

  protected abstract round(): Promise<unknown>;

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      if (this.waiting === 0) void this.goRound();
    }, this.everyMs).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.latest;
  }

  /** Does so many at a time, each in a transaction of its own, until fewer were left; answers how many in all. */
  protected async inBatches(most: number, some: () => Promise<number>): Promise<number> {
    let all = 0;
    for (let done = most; done === most; all += done) done = await some();
    return all;
  }

  /** A round of one's own, after those under way; ends when it has. */
  goRound(): Promise<void> {
    this.waiting++;
    this.latest = this.latest
      .then(() => this.round())
      .then(
        () => void (this.trouble = undefined),
        (error: Error) => this.complain(error.message),
      )
      .finally(() => this.waiting--);
    return this.latest;
  }

  /** Says a trouble once, not at every round: some come several times a second. */
  private complain(trouble: string): void {
    if (this.trouble === trouble) return;
    this.trouble = trouble;
    this.log.warn(`The next round will try again: ${trouble}`);
  }
}
