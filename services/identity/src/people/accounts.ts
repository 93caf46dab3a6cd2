import {
  AccountExists,
  AccountUnknown,
  accountFacts,
  assertThat,
  CLOCK,
  PersonUnknown,
  UsernameIsNumber,
  UsernameTaken,
  type Call,
  type Clock,
} from '@lianxue/contracts';
import { newId, sql, Store, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Revocations } from '../signing-in/revocations.js';
import { Account, usernameKey } from './account.entity.js';
import { postsWithinPower } from './granting.js';
import { isBuiltLikeNumber } from './numbers.js';
import { PasswordRules, refuseWeak, type PostGiven } from './password-rules.js';
import { Passwords } from './passwords.js';
import { CurrentPosts } from './current-posts.js';
import { Person } from './person.entity.js';
import { PersonNumbers } from './person-numbers.js';

/** A slip of paper handed out at the beginning of a term is used within a month, or lost. */
const oneTimeDays = 30;

/** What is asked for when an account is opened. */
export interface Opening {
  readonly username: string;
  readonly password?: string | undefined;
  readonly mustChangePassword: boolean;
}

/** An account made ready outside the transaction, since hashing takes as long as a hundred statements. */
export interface Prepared {
  readonly account: Account;
  /** To be told once; null when a password was given. */
  readonly oneTimePassword: string | null;
}

/** Accounts of people: opened with a one-time password, reset by those who may give the person's posts. */
@Injectable()
export class Accounts {
  constructor(
    private readonly store: Store,
    private readonly passwords: Passwords,
    private readonly rules: PasswordRules,
    private readonly posts: CurrentPosts,
    private readonly numbers: PersonNumbers,
    private readonly revocations: Revocations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async open(personId: string, opening: Opening, call: Call): Promise<Prepared> {
    const prepared = await this.prepare(opening, await this.posts.of(personId));
    return this.store.commit(call, async (work) => {
      const person = await work.one(Person, personId, PersonUnknown);
      person.refuseClosed();
      await postsWithinPower(personId, work, call);
      await this.attach(prepared.account, person, work);
      return prepared;
    });
  }

  async reset(personId: string, call: Call): Promise<{ username: string; oneTimePassword: string }> {
    const oneTimePassword = this.passwords.oneTime();
    const passwordHash = await this.passwords.hash(oneTimePassword);
    return this.revocations.commit(call, async (work, revoke) => {
      const person = await work.one(Person, personId, PersonUnknown);
      person.refuseClosed();
      await postsWithinPower(personId, work, call);
      const [account] = await work.all(Account, sql`t.person = ${personId} and not t.closed`, 1);
      assertThat(account, AccountUnknown);
      Object.assign(account, this.oneTime(passwordHash), { opening: null });
      await work.update(account, accountFacts.reset);
      revoke({ kind: 'subject', value: personId });
      return { username: account.username, oneTimePassword };
    });
  }

  /** `posts` are those the owner will hold: they say what the password must be like. */
  async prepare({ username, password, mustChangePassword }: Opening, posts: readonly PostGiven[]): Promise<Prepared> {
    assertThat(!isBuiltLikeNumber(username), UsernameIsNumber);
    const lasting = password !== undefined && !mustChangePassword;
    if (password !== undefined) refuseWeak(password, username, lasting ? await this.rules.needsFor(posts) : this.rules.forInitial);
    const oneTimePassword = password === undefined ? this.passwords.oneTime() : null;
    const account = Object.assign(new Account(), {
      id: newId(),
      username,
      usernameKey: usernameKey(username),
      passwordHash: await this.passwords.hash(password ?? oneTimePassword!),
      mustChangePassword: !lasting,
      oneTimeUntil: lasting ? null : this.oneTimeUntil(),
      passwordChangedAt: this.clock.now(),
    });
    return { account, oneTimePassword };
  }

  /** Gives a person a prepared account, inside the commit. */
  async attach(account: Account, person: Person, work: Work): Promise<void> {
    assertThat(!this.numbers.isOf(account.username, person), UsernameIsNumber);
    const clashes = await work.all(Account, sql`t.username_key = ${account.usernameKey} or (t.person = ${person.id} and not t.closed)`, 2);
    assertThat(!clashes.some(({ person: other }) => other === person.id), AccountExists);
    assertThat(clashes.length === 0, UsernameTaken);
    account.person = person.id;
    account.organisation = person.organisation;
    await work.insert(account, accountFacts.opened);
  }

  /** What an account is that its owner has yet to choose a password for. */
  oneTime(passwordHash: string): Pick<Account, 'passwordHash' | 'mustChangePassword' | 'oneTimeUntil' | 'passwordChangedAt'> {
    return { passwordHash, mustChangePassword: true, oneTimeUntil: this.oneTimeUntil(), passwordChangedAt: this.clock.now() };
  }

  private oneTimeUntil(): Date {
    return new Date(this.clock.now().getTime() + oneTimeDays * 86_400_000);
  }
}
