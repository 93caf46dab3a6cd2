import { DeliveryFaults, type DeliveryFault } from '../subscriptions/delivery-faults.js';
import type { Sandboxes } from './sandboxes.js';
import type { Watching } from './watching.js';

/** Deliveries to a sandbox fail as often as was asked for; one that arrives is a step of its checklist. */
export class SandboxFaults extends DeliveryFaults {
  constructor(
    private readonly sandboxes: Sandboxes,
    private readonly watching: Watching,
  ) {
    super();
  }

  override async next(client: string): Promise<DeliveryFault | undefined> {
    if (!isOfSandbox(client)) return undefined;
    return (await this.sandboxes.takeFailingDelivery(client)) ? { status: 503 } : undefined;
  }

  override arrived(client: string): void {
    if (isOfSandbox(client)) this.watching.shown(client, 'webhook');
  }
}

/** Sandbox clients say so in their id; nobody else is looked up. */
const isOfSandbox = (client: string): boolean => client.startsWith('sandbox-');
