import { AccountExists, AccountUnknown, accountFacts, assertThat, PersonUnknown, UsernameTaken, type Call } from '@lianxue/contracts';
import { newId, sql, Store, type Work } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { Revocations } from '../signing-in/revocations.js';
import { Account, usernameKey } from './account.entity.js';
import { postsWithinPower } from './granting.js';
import { Passwords } from './passwords.js';
import { Person } from './person.entity.js';

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
    private readonly revocations: Revocations,
  ) {}

  async open(personId: string, opening: Opening, call: Call): Promise<Prepared> {
    const prepared = await this.prepare(opening);
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
      Object.assign(account, { passwordHash, mustChangePassword: true });
      await work.update(account, accountFacts.reset);
      revoke({ kind: 'subject', value: personId });
      return { username: account.username, oneTimePassword };
    });
  }

  async prepare({ username, password, mustChangePassword }: Opening): Promise<Prepared> {
    if (password !== undefined) this.passwords.refuseWeak(password, username);
    const oneTimePassword = password === undefined ? this.passwords.oneTime() : null;
    const account = Object.assign(new Account(), {
      id: newId(),
      username,
      usernameKey: usernameKey(username),
      passwordHash: await this.passwords.hash(password ?? oneTimePassword!),
      mustChangePassword: password === undefined || mustChangePassword,
    });
    return { account, oneTimePassword };
  }

  /** Gives a person a prepared account, inside the commit. */
  async attach(account: Account, person: Person, work: Work): Promise<void> {
    const clashes = await work.all(Account, sql`t.username_key = ${account.usernameKey} or (t.person = ${person.id} and not t.closed)`, 2);
    assertThat(!clashes.some(({ person: other }) => other === person.id), AccountExists);
    assertThat(clashes.length === 0, UsernameTaken);
    account.person = person.id;
    account.organisation = person.organisation;
    await work.insert(account, accountFacts.opened);
  }
}
