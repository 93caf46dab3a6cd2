import { Injectable } from '@nestjs/common';
import { identity, type AskIdentity, type OrganisationCopy, type SelectionCopy } from '@lianxue/contracts';
import type { Clients } from '../calls/clients.js';

/** What a service asks identity when its own copy of the tree does not know an id. */
@Injectable()
export class IdentityAsked implements AskIdentity {
  constructor(private readonly clients: Clients) {}

  async organisationChain(organisation: string): Promise<readonly OrganisationCopy[]> {
    return (await this.clients.of(identity).organisationChain({ organisation })).organisations;
  }

  async selectionsOf(client: string): Promise<readonly SelectionCopy[]> {
    return (await this.clients.of(identity).selectionsOf({ client })).selections;
  }
}
