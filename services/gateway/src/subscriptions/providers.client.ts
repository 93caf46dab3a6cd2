import { ClientUnknown, identity, Refusal } from '@lianxue/contracts';
import type { Clients } from '@lianxue/wire';
import { Providers } from './owning.js';

/** Asks identity who provides an app. */
export class IdentityProviders extends Providers {
  constructor(private readonly clients: Clients) {
    super();
  }

  async organisationOf(client: string): Promise<string | undefined> {
    try {
      return (await this.clients.of(identity).client({ clientId: client })).organisation;
    } catch (error) {
      if (error instanceof Refusal && error.kind.code === ClientUnknown.code) return undefined;
      throw error;
    }
  }
}
