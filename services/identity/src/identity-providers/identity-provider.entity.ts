import type { IdentityProvider as Shape, IdentityProviderFact } from '@lianxue/contracts';
import { Aggregate } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

type View = z.output<typeof Shape>;

/** A platform above 上级平台 that vouches by OpenID Connect for the people of its organisation and below. Its secret is sealed. */
@Entity('identity_provider')
export class IdentityProvider extends Aggregate<z.output<typeof IdentityProviderFact>> {
  @Column('text')
  issuer!: string;

  @Column('text', { name: 'client_id' })
  clientId!: string;

  @Column('text', { name: 'client_secret_sealed' })
  clientSecretSealed!: string;

  @Column('text', { name: 'subject_claim' })
  subjectClaim!: string;

  @Column('jsonb')
  name!: View['name'];

  @Column('text', { array: true })
  scopes!: string[];

  @Column('jsonb', { nullable: true })
  match: View['match'] = null;

  @Column('boolean', { name: 'links_on_the_spot' })
  linksOnTheSpot!: boolean;

  @Column('boolean')
  enabled!: boolean;

  fact(): z.output<typeof IdentityProviderFact> {
    const { id, version, organisation, issuer, enabled } = this;
    return { id, version, organisation, issuer, enabled };
  }
}
