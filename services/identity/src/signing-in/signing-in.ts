import {
  accountFacts,
  assertThat,
  PasswordWeak,
  refuse,
  SignInRefused,
  SubjectUnknown,
  type Call,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { Account, usernameKey } from '../people/account.entity.js';
import { CurrentPosts } from '../people/current-posts.js';
import { Passwords } from '../people/passwords.js';
import type { NamedPost } from '../people/person.view.js';
import { Registrants } from '../registration/registrants.js';
import { Revocations } from './revocations.js';
import { Throttle } from './throttle.js';

/** What signing in needs of an account. */
interface AccountFound {
  readonly username: string;
  readonly usernameKey: string;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  readonly person: string;
  readonly name: string;
}

/** Checking who signs in. The gateway asks; what it does with the answer is OpenID Connect. */
@Injectable()
export class SigningIn {
  constructor(
    private readonly store: Store,
    private readonly passwords: Passwords,
    private readonly throttle: Throttle,
    private readonly posts: CurrentPosts,
    private readonly revocations: Revocations,
    private readonly registrants: Registrants,
  ) {}

  async signIn({ username, password, address }: InputOf<typeof identity.signIn>, call: Call) {
    const key = usernameKey(username);
    const [account] = await this.accounts(sql`a.username_key = ${key}`);
    await this.prove(account, key, password, address, call);
    const { person, name, mustChangePassword } = account!;
    await this.registrants.note(person, call);
    return { person, name, mustChangePassword, posts: (await this.posts.of(person)).map(offered) };
  }

  async changePassword({ person, current, next, address }: InputOf<typeof identity.changePassword>, call: Call): Promise<void> {
    const [found] = await this.accounts(sql`a.person = ${person}`);
    await this.prove(found, found?.usernameKey ?? person, current, address, call);
    assertThat(next.normalize('NFKC') !== current.normalize('NFKC'), PasswordWeak, { reason: 'unchanged' });
    this.passwords.refuseWeak(next, found!.username);
    const passwordHash = await this.passwords.hash(next);
    await this.revocations.commit(call, async (work, revoke) => {
      const [account] = await work.all(Account, sql`t.person = ${person} and not t.closed`, 1);
      // Changed by somebody else meanwhile: what was proven is no longer true.
      assertThat(account?.passwordHash === found!.passwordHash, SignInRefused);
      Object.assign(account, { passwordHash, mustChangePassword: false });
      await work.update(account, accountFacts.changed);
      revoke({ kind: 'subject', value: person });
    });
  }

  async postsOf(person: string) {
    const [found] = await this.store.read<{ name: string }>(sql`select name from person where id = ${person} and not closed`);
    assertThat(found, SubjectUnknown);
    return { name: found.name, posts: (await this.posts.of(person)).map(offered) };
  }

  /** The password is right, or it costs and sounds the same whatever is wrong. */
  private async prove(
    account: AccountFound | undefined,
    key: string,
    password: string,
    address: string | undefined,
    call: Call,
  ): Promise<void> {
    const attempt = this.throttle.attempt(key, address);
    await this.throttle.refuseEarly(attempt);
    const right = await this.passwords.matches(account?.passwordHash, password);
    if (right) return this.throttle.succeeded(attempt, call);
    await this.throttle.failed(attempt, call);
    throw refuse(SignInRefused);
  }

  private accounts(which: ReturnType<typeof sql>): Promise<AccountFound[]> {
    return this.store.read<AccountFound>(
      sql`select a.username, a.username_key as "usernameKey", a.password_hash as "passwordHash", a.must_change_password as "mustChangePassword", a.person, p.name
          from account a join person p on p.id = a.person where ${which} and not a.closed and not p.closed`,
    );
  }
}

const offered = ({ id, role, organisation, organisationName, about }: NamedPost) => ({ id, role, organisation, organisationName, about });
