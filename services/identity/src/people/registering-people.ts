import {
  accountFacts,
  assertThat,
  CLOCK,
  dayInBeijing,
  OrganisationClosed,
  OrganisationUnknown,
  PersonUnknown,
  personFacts,
  PostUnknown,
  type Call,
  type Clock,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { newId, sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { LookAlikes } from '../merging/look-alikes.js';
import { Revocations } from '../signing-in/revocations.js';
import { Account } from './account.entity.js';
import { Accounts } from './accounts.js';
import { endPosts, endPostsAndFollow, followPosts } from './ending.js';
import { givePost, postsWithinPower, refuseUngrantable, type Grant } from './granting.js';
import { Person } from './person.entity.js';
import { PersonDetails, toldBy } from './person-details.js';
import { PersonNumbers } from './person-numbers.js';
import { Post } from './post.entity.js';

const samePerson = (person: Person) => (existing: Person) =>
  (['organisation', 'name', 'idType', 'idNumberLookup', 'pupilNumberLookup'] as const).every((key) => existing[key] === person[key]);

/** Registering people, what is known of them, and the posts they hold. */
@Injectable()
export class RegisteringPeople {
  constructor(
    private readonly store: Store,
    private readonly numbers: PersonNumbers,
    private readonly details: PersonDetails,
    private readonly accounts: Accounts,
    private readonly lookAlikes: LookAlikes,
    private readonly revocations: Revocations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async register(input: InputOf<typeof identity.registerPerson>, call: Call): Promise<{ person: Person; oneTimePassword: string | null }> {
    const { organisation, posts, account, source, asOf, ...details } = input;
    const told = toldBy(call.caller, source, asOf, this.clock.now());
    const prepared = account && (await this.accounts.prepare(account, posts));
    return this.store.commit(call, async (work) => {
      const keeper = await work.one(OrganisationRecord, organisation, OrganisationUnknown);
      assertThat(keeper.state === 'open', OrganisationClosed);
      const person = Object.assign(new Person(), { id: input.id ?? newId(), organisation });
      await this.details.tell(person, details, told, work);
      await this.numbers.refuseKnown(person, work);
      const kept = await work.insert(person, personFacts.registered, samePerson(person));
      if (kept !== person) return { person: kept, oneTimePassword: null };
      await this.lookAlikes.note([person], work);
      for (const grant of posts) await givePost(person, grant, this.today(), work, call);
      if (prepared) await this.accounts.attach(prepared.account, person, work);
      await followPosts([person], work);
      return { person, oneTimePassword: prepared?.oneTimePassword ?? null };
    });
  }

  async change({ personId, source, asOf, ...details }: InputOf<typeof identity.changePerson>, call: Call): Promise<Person> {
    const told = toldBy(call.caller, source, asOf, this.clock.now());
    return this.store.commit(call, async (work) => {
      const person = await work.target(Person, personId, PersonUnknown);
      person.refuseClosed();
      // A phone signs its owner in: who may write it may do what a new password would let them do.
      if (details.phone !== undefined) await postsWithinPower(personId, work, call);
      await this.details.tell(person, details, told, work);
      await this.numbers.refuseKnown(person, work);
      await work.update(person, personFacts.changed);
      await this.lookAlikes.note([person], work);
      return person;
    });
  }

  close(personId: string, call: Call): Promise<Person> {
    return this.revocations.commit(call, async (work, revoke) => {
      const person = await work.target(Person, personId, PersonUnknown);
      person.refuseClosed();
      await endPosts(await postsWithinPower(personId, work, call), this.today(), work, revoke);
      for (const account of await work.all(Account, sql`t.person = ${personId} and not t.closed`)) {
        account.closed = true;
        await work.update(account, accountFacts.closed);
      }
      person.closed = true;
      revoke({ kind: 'subject', value: personId, forGood: true });
      return work.update(person, personFacts.closed);
    });
  }

  givePost({ personId, ...grant }: Grant & { personId: string }, call: Call): Promise<Post> {
    return this.store.commit(call, async (work) => {
      const person = await work.one(Person, personId, PersonUnknown);
      person.refuseClosed();
      const post = await givePost(person, grant, this.today(), work, call);
      await followPosts([person], work);
      return post;
    });
  }

  endPost(postId: string, call: Call): Promise<Post> {
    return this.revocations.commit(call, async (work, revoke) => {
      const post = await work.target(Post, postId, PostUnknown);
      refuseUngrantable(post.role, call);
      if (post.ended) return post;
      await endPostsAndFollow([post], this.today(), work, revoke);
      return post;
    });
  }

  private today(): string {
    return dayInBeijing(this.clock.now());
  }
}
