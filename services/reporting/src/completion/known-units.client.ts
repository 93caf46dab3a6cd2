import { identity } from '@lianxue/contracts';
import { Clients } from '@lianxue/wire';
import { Inject, Injectable } from '@nestjs/common';
import { KnownUnits, type UnitContact, type UnitCounts } from './known-units.js';

/** The organisations as identity knows them. */
@Injectable()
export class AskingIdentity extends KnownUnits {
  constructor(@Inject(Clients) private readonly clients: Clients) {
    super();
  }

  override async contacts(organisations: readonly string[]): Promise<readonly UnitContact[]> {
    if (organisations.length === 0) return [];
    return (await this.clients.of(identity).contactsOf({ organisations: [...organisations] })).contacts;
  }

  override counts(organisation: string, withPoints: boolean): Promise<UnitCounts> {
    return this.clients.of(identity).countsOf({ organisation, withPoints });
  }
}
