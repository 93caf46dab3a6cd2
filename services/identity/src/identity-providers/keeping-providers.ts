import {
  assertThat,
  identityProviderFacts,
  IdentityProviderTaken,
  IdentityProviderUnknown,
  OrganisationClosed,
  OrganisationUnknown,
  type Call,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { newId, Sealer, sql, Store } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { IdentityProvider } from './identity-provider.entity.js';

/** Registering and changing identity providers 认证源. */
@Injectable()
export class KeepingProviders {
  constructor(
    private readonly store: Store,
    private readonly sealer: Sealer,
  ) {}

  register(
    { organisationId, id, clientSecret, ...settings }: InputOf<typeof identity.registerIdentityProvider>,
    call: Call,
  ): Promise<IdentityProvider> {
    return this.store.commit(call, async (work) => {
      const { state } = await work.one(OrganisationRecord, organisationId, OrganisationUnknown);
      assertThat(state === 'open', OrganisationClosed);
      const provider = Object.assign(new IdentityProvider(), { id: id ?? newId(), organisation: organisationId, ...settings });
      provider.clientSecretSealed = this.sealer.seal(clientSecret);
      const { issuer, clientId } = settings;
      const like = sql`t.organisation = ${organisationId} and t.issuer = ${issuer} and t.client_id = ${clientId} and t.id <> ${provider.id}`;
      assertThat((await work.all(IdentityProvider, like, 1)).length === 0, IdentityProviderTaken);
      return work.insert(
        provider,
        identityProviderFacts.registered,
        (known) => known.organisation === organisationId && known.issuer === issuer && known.clientId === clientId,
      );
    });
  }

  change(
    { providerId, clientSecret, ...settings }: InputOf<typeof identity.changeIdentityProvider>,
    call: Call,
  ): Promise<IdentityProvider> {
    return this.store.commit(call, async (work) => {
      const provider = await work.target(IdentityProvider, providerId, IdentityProviderUnknown);
      const given = Object.entries(settings).filter(([, value]) => value !== undefined);
      Object.assign(provider, Object.fromEntries(given));
      if (clientSecret !== undefined) provider.clientSecretSealed = this.sealer.seal(clientSecret);
      return work.update(provider, identityProviderFacts.changed);
    });
  }

  /** What a sign-in page offers: providers whose people the app serves, those of the highest organisations first. */
  async offered({ client, organisation }: InputOf<typeof identity.offeredIdentityProviders>) {
    const items = await this.store.read<{ id: string; name: { zh: string; en: string } }>(
      sql`select p.id, p.name from identity_provider p
            join organisation o on o.id = p.organisation
            join organisation_record r on r.id = p.organisation and r.state = 'open'
          where p.enabled
            and (${organisation}::uuid is null
                 or exists (select 1 from organisation here where here.id = ${organisation}::uuid and here.path <@ o.path))
            and exists (select 1 from selection s join organisation at on at.id = s.organisation
                        where s.client = ${client} and s.state = 'selected' and s.held is null and (at.path <@ o.path or o.path <@ at.path))
          order by nlevel(o.path), p.id limit ${mostOffered}`,
    );
    return { items };
  }

  /** One that people may come by now; refuses with {@link IdentityProviderUnknown}. */
  async open(id: string): Promise<IdentityProvider> {
    const [provider] = await this.store.read<IdentityProvider>(
      sql`select p.id, p.version, p.organisation, p.issuer, p.client_id as "clientId", p.client_secret_sealed as "clientSecretSealed",
                 p.subject_claim as "subjectClaim", p.name, p.scopes, p.match, p.links_on_the_spot as "linksOnTheSpot", p.enabled
          from identity_provider p join organisation_record r on r.id = p.organisation
          where p.id = ${id} and p.enabled and r.state = 'open'`,
    );
    assertThat(provider, IdentityProviderUnknown);
    return provider;
  }

  /** All the gateway needs to ask it; over the wire between services, and nowhere else. */
  async toAsk(id: string) {
    const { version, name, issuer, clientId, clientSecretSealed, subjectClaim, scopes, match } = await this.open(id);
    return { id, version, name, issuer, clientId, clientSecret: this.sealer.open(clientSecretSealed), subjectClaim, scopes, match };
  }
}

/** A page with more buttons than this helps nobody; an app that names an organisation sees that one's. */
const mostOffered = 6;
