import type { Accounts, WayName } from '../accounts.js';

const believedMs = 60_000;

/** The ways of signing in that identity has opened, asked once a minute. */
export class OpenWays {
  private asked: { readonly until: number; readonly ways: Promise<readonly WayName[]> } | undefined;

  constructor(private readonly accounts: Accounts) {}

  names(): Promise<readonly WayName[]> {
    if (!this.asked || this.asked.until < Date.now()) {
      const ways = this.accounts.ways();
      this.asked = { until: Date.now() + believedMs, ways };
      ways.catch(() => (this.asked = undefined));
    }
    return this.asked.ways;
  }
}
