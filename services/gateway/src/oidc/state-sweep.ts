import { Rounds } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { SignInSessions } from './sign-in-sessions.js';
import { OidcState } from './state.js';

const everyMs = 60_000;
/** Small enough to stay far below the statement timeout. */
const batch = 1000;
/** Ten thousand rows a minute: a busy province signs in some 600 a second for half an hour, and has the night to catch up. */
const batchesAtOnce = 10;

/** Deletes what has expired; correctness never waits for it, since reads look at the expiry themselves. */
@Injectable()
export class StateSweep extends Rounds {
  constructor(
    private readonly state: OidcState,
    private readonly sessions: SignInSessions,
  ) {
    super(everyMs);
  }

  protected async round(): Promise<void> {
    await this.sessions.sweep();
    for (let count = 0; count < batchesAtOnce; count++) if ((await this.state.sweep(batch)) < batch) return;
  }
}
