import { identity, type AskIdentity } from '@lianxue/contracts';
import { PersistenceModule, type Part } from '@lianxue/persistence';
import { broadcastRevocation, Clients, NatsLink, REVOCATION_SOURCE, WireModule, type RevocationSource } from '@lianxue/wire';
import { Module } from '@nestjs/common';
import { accountOpenings } from './account-openings/part.js';
import { appReach } from './app-reach/part.js';
import { appUses } from './app-uses/part.js';
import { apps } from './apps/part.js';
import { consents } from './consents/part.js';
import { disclosures } from './disclosures/part.js';
import { Founding } from './founding/founding.js';
import { FoundingHandlers } from './founding/founding.handlers.js';
import { filings } from './filings/part.js';
import { guardians } from './guardians/part.js';
import { migrations } from './migrations/index.js';
import { organisations } from './organisations/part.js';
import { merging } from './merging/part.js';
import { people } from './people/part.js';
import { FILES, keptFiles } from '@lianxue/files';
import { importing } from './importing/part.js';
import { organisationImports } from './organisation-imports/part.js';
import { registration } from './registration/part.js';
import { pupils } from './pupils/part.js';
import { rosterQuery } from './roster-query/part.js';
import { rosters } from './rosters/part.js';
import { sandbox } from './sandbox/part.js';
import { ANNOUNCE, Revocations, type Announce } from './signing-in/revocations.js';
import { secondFactors } from './second-factors/part.js';
import { identityProviders } from './identity-providers/part.js';
import { classSignIn } from './class-sign-in/part.js';
import { signInPolicies } from './sign-in-policies/part.js';
import { signingIn } from './signing-in/part.js';
import { courses } from './courses/part.js';
import { terms } from './terms/part.js';
import { askForWork } from './posts/asking-for-work.client.js';
import { ASK_FOR_WORK } from './posts/handing-over.js';
import { posts } from './posts/part.js';
import { cards } from './cards/part.js';
import { OWN_ORIGIN } from './sub-platforms/addressing.js';
import { subPlatforms } from './sub-platforms/part.js';
import { staffRecords } from './staff-records/part.js';
import { textMessages } from './text-messages/part.js';
import { senderFrom, TEXT_SENDER } from './text-messages/text-sender.js';
import { OwnCopies } from './tree/own-copies.js';
import { TreeHandlers } from './tree/tree.handlers.js';
import { units } from './units/part.js';
import { vendors } from './vendors/part.js';

const tree: Part = { entities: [], rules: [OwnCopies], handlers: [TreeHandlers] };
const founding: Part = { entities: [], rules: [Founding], handlers: [FoundingHandlers] };

/** One line for each subject of the service. */
const parts: readonly Part[] = [
  tree,
  organisations,
  units,
  subPlatforms,
  people,
  posts,
  staffRecords,
  cards,
  signInPolicies,
  merging,
  pupils,
  signingIn,
  secondFactors,
  textMessages,
  classSignIn,
  identityProviders,
  vendors,
  apps,
  appUses,
  sandbox,
  filings,
  appReach,
  terms,
  courses,
  rosters,
  importing,
  organisationImports,
  accountOpenings,
  registration,
  rosterQuery,
  guardians,
  consents,
  disclosures,
  founding,
];

export const entities = parts.flatMap((part) => part.entities);

/** For specs: the rules without handlers and wire. */
export const rules = parts.flatMap((part) => part.rules);

/** What this service's copies lack does not exist: they are written with what they copy, and nobody else knows more. */
const knowsAll: AskIdentity = { organisationChain: async () => [], selectionsOf: async () => [] };

/** Who: organisations, people, accounts, roles, apps, rosters. Every other service follows what happens here. */
@Module({
  imports: [PersistenceModule.forService('identity', { entities, migrations }), WireModule.forService(identity, { identity: knowsAll })],
  controllers: parts.flatMap((part) => part.handlers),
  providers: [
    ...rules,
    { provide: FILES, useFactory: keptFiles },
    { provide: OWN_ORIGIN, useFactory: () => process.env['LIANXUE_ORIGIN'] },
    { provide: TEXT_SENDER, useFactory: () => senderFrom(process.env) },
    {
      provide: ANNOUNCE,
      useFactory:
        (link: NatsLink): Announce =>
        (revocation) =>
          broadcastRevocation(link, revocation),
      inject: [NatsLink],
    },
    { provide: ASK_FOR_WORK, useFactory: askForWork, inject: [Clients] },
    {
      provide: REVOCATION_SOURCE,
      useFactory: (revocations: Revocations): RevocationSource => ({ revocations: () => revocations.recent() }),
      inject: [Revocations],
    },
  ],
})
export class IdentityModule {}
