import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { SignInSessions } from './sign-in-sessions.js';
import { OidcState } from './state.js';

const everyMs = 60_000;
/** Small enough to stay far below the statement timeout. */
const batch = 1000;
/** Ten thousand rows a minute: a busy province signs in some 600 a second for half an hour, and has the night to catch up. */
const batchesAtOnce = 10;

/** Deletes what has expired; correctness never waits for it, since reads look at the expiry themselves. */
@Injectable()
export class StateSweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('StateSweep');
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();

  constructor(
    private readonly state: OidcState,
    private readonly sessions: SignInSessions,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.sweeping = this.sweep();
    }, everyMs).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.sweeping;
  }

  private async sweep(): Promise<void> {
    try {
      await this.sessions.sweep();
      for (let count = 0; count < batchesAtOnce; count++) if ((await this.state.sweep(batch)) < batch) return;
    } catch (error) {
      this.log.warn(`Expired sign-ins could not be deleted: ${String(error)}`);
    }
  }
}
