import type { AppFact, FieldProfileName, GrantType, PublicKeys, ScopeName } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

export type Grant = z.output<typeof GrantType>;
export type ScopeGiven = z.output<typeof ScopeName>;

export type Keys = z.output<typeof PublicKeys>;

/** An app as the authorization server and the directory know it. Its secret is kept only as a salted hash. */
@Entity('app')
export class App extends Aggregate<z.output<typeof AppFact>> {
  static readonly reach: ReachColumns = { public: `t.state = 'active' and not t.first_party` };

  @Column('text', { name: 'client_id' })
  clientId!: string;

  @Column('text')
  name!: string;

  @Column('boolean')
  public = false;

  @Column('boolean', { name: 'first_party' })
  firstParty = false;

  @Column('text', { name: 'secret_hash', nullable: true })
  secretHash: string | null = null;

  @Column('text', { array: true })
  grants!: Grant[];

  @Column('text', { array: true })
  scopes!: ScopeGiven[];

  /** The most that a selection may let it read of people. */
  @Column('text')
  profile: FieldProfileName = 'statistics';

  @Column('text', { name: 'redirect_uris', array: true })
  redirectUris: string[] = [];

  @Column('text', { name: 'post_logout_redirect_uris', array: true })
  postLogoutRedirectUris: string[] = [];

  @Column('text', { name: 'backchannel_logout_uri', nullable: true })
  backchannelLogoutUri: string | null = null;

  /** Public keys of an app that proves itself by signed assertions instead of a secret. */
  @Column('jsonb', { nullable: true })
  jwks: Keys | null = null;

  @Column('text')
  state: 'active' | 'suspended' = 'active';

  fact(): z.output<typeof AppFact> {
    const { id, version, organisation, clientId, name, scopes, state } = this;
    return { id, version, organisation, client: clientId, name, scopes, state };
  }
}
