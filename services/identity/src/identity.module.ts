import { identity, type AskIdentity } from '@lianxue/contracts';
import { PersistenceModule } from '@lianxue/persistence';
import { broadcastRevocation, NatsLink, REVOCATION_SOURCE, WireModule, type RevocationSource } from '@lianxue/wire';
import { Module } from '@nestjs/common';
import { App } from './apps/app.entity.js';
import { AppHandlers } from './apps/apps.handlers.js';
import { Providing } from './apps/providing.js';
import { Selecting } from './apps/selecting.js';
import { Selection } from './apps/selection.entity.js';
import { Founding } from './founding/founding.js';
import { FoundingHandlers } from './founding/founding.handlers.js';
import { migrations } from './migrations/index.js';
import { Moving } from './organisations/moving.js';
import { OrganisationRecord } from './organisations/organisation.entity.js';
import { OrganisationHandlers } from './organisations/organisations.handlers.js';
import { Registering } from './organisations/registering.js';
import { Account } from './people/account.entity.js';
import { Accounts } from './people/accounts.js';
import { CurrentPosts } from './people/current-posts.js';
import { FirstParty } from './people/first-party.js';
import { Masking } from './people/masking.js';
import { MyOwn } from './people/my-own.js';
import { Passwords } from './people/passwords.js';
import { PeopleHandlers } from './people/people.handlers.js';
import { Person } from './people/person.entity.js';
import { PersonNumbers } from './people/person-numbers.js';
import { Post } from './people/post.entity.js';
import { ReadingPeople } from './people/reading-people.js';
import { RegisteringPeople } from './people/registering-people.js';
import { Enrolment } from './rosters/enrolment.entity.js';
import { Importing } from './rosters/importing.js';
import { ImportingPeople } from './rosters/importing-people.js';
import { RosterHandlers } from './rosters/rosters.handlers.js';
import { SchoolClass } from './rosters/school-class.entity.js';
import { Forgetting } from './signing-in/forgetting.js';
import { ANNOUNCE, Revocations, type Announce } from './signing-in/revocations.js';
import { SigningIn } from './signing-in/signing-in.js';
import { SigningInHandlers } from './signing-in/signing-in.handlers.js';
import { Throttle } from './signing-in/throttle.js';
import { OwnCopies } from './tree/own-copies.js';
import { TreeHandlers } from './tree/tree.handlers.js';

export const entities = [OrganisationRecord, Person, Post, Account, App, Selection, SchoolClass, Enrolment];

/** The rules, which need a database and a way to announce, and no wire. */
export const rules = [
  OwnCopies,
  Registering,
  Moving,
  Passwords,
  PersonNumbers,
  FirstParty,
  Masking,
  CurrentPosts,
  MyOwn,
  Accounts,
  ReadingPeople,
  RegisteringPeople,
  Revocations,
  Throttle,
  SigningIn,
  Forgetting,
  Providing,
  Selecting,
  ImportingPeople,
  Importing,
  Founding,
];

/** What this service's copies lack does not exist: they are written with what they copy, and nobody else knows more. */
const knowsAll: AskIdentity = { organisationChain: async () => [], selectionsOf: async () => [] };

/** Who: organisations, people, accounts, roles, apps, rosters. Every other service follows what happens here. */
@Module({
  imports: [PersistenceModule.forService('identity', { entities, migrations }), WireModule.forService(identity, { identity: knowsAll })],
  controllers: [OrganisationHandlers, PeopleHandlers, SigningInHandlers, AppHandlers, RosterHandlers, TreeHandlers, FoundingHandlers],
  providers: [
    ...rules,
    {
      provide: ANNOUNCE,
      useFactory:
        (link: NatsLink): Announce =>
        (revocation) =>
          broadcastRevocation(link, revocation),
      inject: [NatsLink],
    },
    {
      provide: REVOCATION_SOURCE,
      useFactory: (revocations: Revocations): RevocationSource => ({ revocations: () => revocations.recent() }),
      inject: [Revocations],
    },
  ],
})
export class IdentityModule {}
