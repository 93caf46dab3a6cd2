import {
  noPapers,
  type AppFact,
  type AppPapers,
  type ProposedChange,
  type FieldProfileName,
  type GrantType,
  type PublicKeys,
  type Quota,
  type ScopeName,
} from '@lianxue/contracts';
import type { ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';
import { OnDesk } from '../vendors/desk.js';

export type Grant = z.output<typeof GrantType>;
export type ScopeGiven = z.output<typeof ScopeName>;

export type Papers = z.output<typeof AppPapers>;
export type AppStateNow = z.output<typeof AppFact>['state'];

export type Proposal = z.output<typeof ProposedChange>;

export type Keys = z.output<typeof PublicKeys>;

const requiredPapers = [
  'description',
  'category',
  'stages',
  'users',
  'platforms',
  'subjectTraining',
  'fee',
  'personalData',
  'icpNumber',
  'protectionNumber',
  'protectionLevel',
  'thirdParties',
  'domains',
  'serverPlace',
  'release',
  'accessLevel',
  'iconUrl',
] as const satisfies readonly (keyof Papers)[];

/** What is installed has a package, what runs within another app an id there. */
const isInstalled = (platform: Papers['platforms'][number]): boolean => platform !== 'web' && platform !== 'h5';

/** “None” is an answer for what it collects and whom it hands data to; for all other lists it is not. */
const isAbsent = (papers: Papers, field: keyof Papers): boolean => {
  const value = papers[field];
  return value === null || (Array.isArray(value) && value.length === 0 && field !== 'personalData' && field !== 'thirdParties');
};

/** An app as the authorization server and the directory know it. Its secret is kept only as a salted hash. */
@Entity('app')
export class App extends OnDesk<z.output<typeof AppFact>> {
  static readonly reach: ReachColumns = { public: `t.state = 'listed' and not t.first_party and t.sandbox_of is null` };

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

  @Column('jsonb')
  papers: Papers = { ...noPapers };

  /** The authority that decides about it: the one above its vendor, or the bureau that provides it. */
  @Column('uuid', { nullable: true })
  authority: string | null = null;

  @Column('text')
  entered: 'vendor' | 'bureau' = 'bureau';

  @Column('text')
  state: AppStateNow = 'listed';

  /** What its vendor wants to change of it while it is listed. */
  @Column('jsonb', { nullable: true })
  proposed: Proposal | null = null;

  @Column('jsonb', { nullable: true })
  quota: z.output<typeof Quota> | null = null;

  /** Of the provider 提供者备案, as the bureau keeps it. */
  @Column('text', { name: 'filing_number', nullable: true })
  filingNumber: string | null = null;

  @Column('date', { name: 'filing_until', nullable: true })
  filingUntil: string | null = null;

  /** The secret before this one opens until then, so that a program can be moved over. */
  @Column('text', { name: 'old_secret_hash', nullable: true })
  oldSecretHash: string | null = null;

  @Column('timestamptz', { name: 'old_secret_until', nullable: true })
  oldSecretUntil: Date | null = null;

  /** The app whose sandbox client this is; null for every other. */
  @Column('uuid', { name: 'sandbox_of', nullable: true })
  sandboxOf: string | null = null;

  /** What it cannot be submitted without. */
  get missing(): string[] {
    const { personalData, users, fee, platforms } = this.papers;
    const needed = [
      ...requiredPapers,
      ...(personalData?.length ? (['privacyUrl'] as const) : []),
      ...(personalData?.length && users.includes('pupil') ? (['minorsRuleUrl'] as const) : []),
      ...(platforms.some(isInstalled) ? (['packageName'] as const) : []),
      ...(platforms.some((platform) => platform === 'web' || platform === 'h5') ? (['launchUrl'] as const) : []),
      ...(fee === 'paid' ? (['feeNote'] as const) : []),
    ];
    return needed.filter((field) => isAbsent(this.papers, field)).map((field) => `papers.${field}`);
  }

  fact(): z.output<typeof AppFact> {
    const { id, version, organisation, clientId, name, scopes, state } = this;
    return { id, version, organisation, client: clientId, name, scopes, state };
  }
}
