import { identity } from '@lianxue/contracts';
import { Clients } from '@lianxue/wire';
import { Inject, Injectable } from '@nestjs/common';
import { MeantOrganisations } from './meant-organisations.js';

/** As identity, which keeps the names of organisations, takes them for every table. */
@Injectable()
export class MeantByIdentity extends MeantOrganisations {
  constructor(@Inject(Clients) private readonly clients: Clients) {
    super();
  }

  override async by(names: readonly string[], below: string): Promise<readonly (string | null)[]> {
    return (await this.clients.of(identity).organisationsMeant({ below, names: [...names] })).organisations;
  }
}
