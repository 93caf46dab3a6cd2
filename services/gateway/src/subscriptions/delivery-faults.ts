import { Injectable } from '@nestjs/common';

/** An answer that a delivery gets without having been sent. */
export interface DeliveryFault {
  readonly status: number;
}

/** Faults on demand: where an app that is being tried out may ask for deliveries that fail. Nobody asks here, so none do. */
@Injectable()
export class DeliveryFaults {
  async next(_client: string): Promise<DeliveryFault | undefined> {
    return undefined;
  }
}
