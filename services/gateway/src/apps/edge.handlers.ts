import {
  actingOrganisation,
  edge,
  identity,
  inBeijing,
  NothingExpires,
  refuse,
  SandboxTokenRequired,
  type Call,
  type InputOf,
} from '@lianxue/contracts';
import { Clients, Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { firstOfSeptember, quarterEnd } from './presets.js';
import { RefusedCalls } from './refused-calls.js';
import { Sandboxes, type SandboxState } from './sandboxes.js';

/** How long after an expiry the clock stands that was set to it. */
const afterExpiryMs = 60_000;

@Controller()
export class EdgeHandlers {
  constructor(
    private readonly sandboxes: Sandboxes,
    private readonly refused: RefusedCalls,
    private readonly clients: Clients,
  ) {}

  @Handles(edge.sandboxSettings)
  async sandboxSettings(_input: InputOf<typeof edge.sandboxSettings>, call: Call) {
    return settingsView(await this.sandboxes.of(sandboxOf(call), call.caller.client));
  }

  @Handles(edge.setSandboxClock)
  async setSandboxClock(input: InputOf<typeof edge.setSandboxClock>, call: Call) {
    const app = sandboxOf(call);
    const to = await this.moment(input, call.caller.client);
    const clockShiftMs = to === undefined ? 0 : Math.round(to.getTime() - Date.now());
    return settingsView(await this.sandboxes.set(app, call.caller.client, { clockShiftMs }));
  }

  @Handles(edge.setSandboxFaults)
  async setSandboxFaults({ fault, count, failingDeliveries }: InputOf<typeof edge.setSandboxFaults>, call: Call) {
    const faults = { fault: fault === null ? null : Number(fault), faultCount: fault === null ? 0 : count, failingDeliveries };
    return settingsView(await this.sandboxes.set(sandboxOf(call), call.caller.client, faults));
  }

  @Handles(edge.refusals)
  async refusals({ limit }: InputOf<typeof edge.refusals>, { caller }: Call) {
    return { items: await this.refused.of(caller.client, limit) };
  }

  @Handles(edge.appRefusals)
  async appRefusals({ appId, limit }: InputOf<typeof edge.appRefusals>, { caller }: Call) {
    const { client } = await this.clients.of(identity).clientWithin({ app: appId, within: actingOrganisation(caller) });
    return { items: await this.refused.of(client, limit) };
  }

  private async moment(input: InputOf<typeof edge.setSandboxClock>, client: string): Promise<Date | undefined> {
    if (input.at !== undefined) return new Date(input.at);
    const now = new Date();
    if (input.preset === 'now') return undefined;
    if (input.preset === 'quarterEnd') return quarterEnd(now);
    if (input.preset === 'firstOfSeptember') return firstOfSeptember(now);
    const until = await this.sandboxes.nextExpiry(client, now);
    if (!until) throw refuse(NothingExpires);
    return new Date(until.getTime() + afterExpiryMs);
  }
}

function sandboxOf({ caller }: Call): string {
  if (caller.sandbox === undefined) throw refuse(SandboxTokenRequired);
  return caller.sandbox;
}

const settingsView = ({ clockShiftMs, fault, faultCount, failingDeliveries }: SandboxState) => ({
  now: inBeijing(new Date(Date.now() + clockShiftMs)),
  offsetSeconds: Math.round(clockShiftMs / 1000),
  fault: faultCount === 0 || fault === null ? null : fault === 429 ? ('429' as const) : ('503' as const),
  count: faultCount,
  failingDeliveries,
});
