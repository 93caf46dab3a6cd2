import {
  accountFacts,
  appFacts,
  assertThat,
  CLOCK,
  dayInBeijing,
  FoundationExists,
  personFacts,
  postFacts,
  type Call,
  type Clock,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { newId, Store, type Work, takeTurn } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { App } from '../apps/app.entity.js';
import { hashSecret } from '../apps/client-secrets.js';
import { Selection } from '../apps/selection.entity.js';
import { checkCodes } from '../organisations/codes.js';
import { organisationOf } from '../organisations/registering.js';
import { Accounts } from '../people/accounts.js';
import { Person } from '../people/person.entity.js';
import { Post } from '../people/post.entity.js';
import { OwnCopies } from '../tree/own-copies.js';

type Foundation = InputOf<typeof identity.found>;

/** The first hour of a platform: its highest authority, one administrator, and the platform's own clients, selected there for everything. */
@Injectable()
export class Founding {
  constructor(
    private readonly store: Store,
    private readonly copies: OwnCopies,
    private readonly accounts: Accounts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async found({ authority, administrator, clients }: Foundation, call: Call): Promise<{ organisation: string; person: string }> {
    const { account } = await this.accounts.prepare(administrator, []);
    const today = dayInBeijing(this.clock.now());
    return this.store.commit(call, async (work) => {
      await refuseSecond(work);
      const codes = { divisionCode: authority.divisionCode, schoolCode: null, creditCode: null, schoolType: null };
      checkCodes(authority.kind, codes, today);
      const organisation = authority.id ?? newId();
      await this.copies.register(
        organisationOf(organisation, null, { ...codes, kind: authority.kind, name: authority.name, shortName: null }),
        work,
      );
      const person = Object.assign(new Person(), { id: newId(), organisation, name: administrator.name, kinds: ['staff'] });
      await work.insert(person, personFacts.registered);
      await work.insert(
        Object.assign(new Post(), { id: newId(), organisation, person: person.id, role: 'systemAdmin', since: today }),
        postFacts.given,
      );
      await work.insert(Object.assign(account, { person: person.id, organisation }), accountFacts.opened);
      for (const client of clients) await this.ownClient(client, organisation, work);
      return { organisation, person: person.id };
    });
  }

  private async ownClient({ clientSecret, ...settings }: Foundation['clients'][number], organisation: string, work: Work): Promise<void> {
    const secret = { public: clientSecret === undefined, secretHash: clientSecret === undefined ? null : hashSecret(clientSecret) };
    const app = Object.assign(new App(), settings, secret, { id: newId(), organisation, firstParty: true });
    await work.insert(app, appFacts.registered);
    await this.copies.select(
      Object.assign(new Selection(), { id: newId(), organisation, app: app.id, client: app.clientId, scopes: app.scopes }),
      work,
    );
  }
}

/** Two that found at the same time: the lock lets one see the other. */
async function refuseSecond(work: Work): Promise<void> {
  await takeTurn(work, 'lianxue.identity.founding');
  const existing = await work.query(`select 1 from organisation_record limit 1`);
  assertThat(existing.length === 0, FoundationExists);
}
