import { DeliveryFaults, type DeliveryFault } from '../subscriptions/delivery-faults.js';
import type { Sandboxes } from './sandboxes.js';

/** Deliveries to a sandbox fail as often as was asked for. */
export class SandboxFaults extends DeliveryFaults {
  constructor(private readonly sandboxes: Sandboxes) {
    super();
  }

  override async next(client: string): Promise<DeliveryFault | undefined> {
    // Sandbox clients say so in their id; nobody else is looked up.
    if (!client.startsWith('sandbox-')) return undefined;
    return (await this.sandboxes.takeFailingDelivery(client)) ? { status: 503 } : undefined;
  }
}
