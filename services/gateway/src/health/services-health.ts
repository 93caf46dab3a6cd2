import { publicContracts, ServiceUnavailable, type AnyOperation } from '@lianxue/contracts';
import type { Calls } from '@lianxue/wire';

export type Standing = 'ready' | 'not ready';

/** How long a service may take to say that it is there. */
const patienceMs = 1_000;
/** Balancers and dashboards ask often; the services are asked at most this often. */
const keptMs = 1_000;

/**
 * Which services answer. A service serves calls only while it is ready, so any answer at all, even that the call had no
 * token, says that it is.
 */
export class ServicesHealth {
  private asked: { at: number; standings: Promise<Record<string, Standing>> } | undefined;
  private readonly probes: readonly AnyOperation[];

  constructor(
    private readonly calls: Calls,
    contracts = publicContracts,
  ) {
    const operations = contracts.map((contract) => Object.values(contract).find((op) => op.permits !== 'anyone'));
    this.probes = operations.filter((op) => op !== undefined);
  }

  standings(): Promise<Record<string, Standing>> {
    const now = Date.now();
    if (!this.asked || now - this.asked.at > keptMs) this.asked = { at: now, standings: this.ask(now + patienceMs) };
    return this.asked.standings;
  }

  private async ask(deadline: number): Promise<Record<string, Standing>> {
    const entries = this.probes.map(async (operation): Promise<[string, Standing]> => {
      const { status } = await this.calls.call({ operation, deadline });
      return [operation.service, status === ServiceUnavailable.status || status === 504 ? 'not ready' : 'ready'];
    });
    return Object.fromEntries(await Promise.all(entries));
  }
}
