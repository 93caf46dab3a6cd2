import { Injectable, Logger } from '@nestjs/common';
import { Accounts } from './accounts.js';
import { accessTokenSeconds } from './access-token.js';

const firstPauseMs = 200;
const longestPauseMs = 10_000;

/**
 * Tells identity that a grant ended, so that its access tokens end everywhere within seconds. While identity is away it
 * tries again, for as long as such a token could still live.
 */
@Injectable()
export class SignOutReports {
  private readonly log = new Logger('SignOutReports');

  constructor(private readonly accounts: Accounts) {}

  async report(grant: string): Promise<void> {
    const giveUp = Date.now() + accessTokenSeconds * 1000;
    for (let pause = firstPauseMs; Date.now() < giveUp; pause = Math.min(pause * 2, longestPauseMs)) {
      try {
        return await this.accounts.revoke('session', grant);
      } catch (error) {
        this.log.warn(`A sign-out could not be reported yet: ${String(error)}`);
        await new Promise((resolve) => setTimeout(resolve, pause).unref());
      }
    }
  }
}
