import { Injectable } from '@nestjs/common';

/** An answer that a delivery gets without having been sent. */
export interface DeliveryFault {
  readonly status: number;
}

/** Deliveries to apps that are being tried out, which may ask for some that fail. Nobody asks here, so none do. */
@Injectable()
export class DeliveryFaults {
  async next(_client: string): Promise<DeliveryFault | undefined> {
    return undefined;
  }

  /** A delivery has arrived: what an app that is being tried out is to show. */
  arrived(_client: string): void {
    return undefined;
  }
}
