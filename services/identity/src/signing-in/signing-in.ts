import {
  accountFacts,
  assertThat,
  CLOCK,
  PasswordWeak,
  refuse,
  SignInOneTimeExpired,
  SignInRefused,
  SubjectUnknown,
  type Call,
  type Clock,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Account, usernameKey } from '../people/account.entity.js';
import { CurrentPosts } from '../people/current-posts.js';
import { PasswordRules, refuseWeak } from '../people/password-rules.js';
import { Passwords } from '../people/passwords.js';
import { PeopleFields, type PersonToldOf } from '../people/people-fields.js';
import type { NamedPost } from '../people/person.view.js';
import { Registrants } from '../registration/registrants.js';
import { SecondFactors } from '../second-factors/second-factors.js';
import { SignInPolicies } from '../sign-in-policies/sign-in-policies.js';
import { Revocations } from './revocations.js';
import { Throttle } from './throttle.js';

/** What signing in needs of an account. */
interface AccountFound {
  readonly username: string;
  readonly usernameKey: string;
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  readonly oneTimeUntil: Date | null;
  readonly passwordChangedAt: Date | null;
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
    private readonly rules: PasswordRules,
    private readonly policies: SignInPolicies,
    private readonly factors: SecondFactors,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly fields: PeopleFields,
  ) {}

  async signIn({ username, password, address }: InputOf<typeof identity.signIn>, call: Call) {
    const key = usernameKey(username);
    const [account] = await this.accounts(sql`a.username_key = ${key}`);
    await this.prove(account, key, password, address, call);
    const { person, name, oneTimeUntil } = account!;
    assertThat(oneTimeUntil === null || oneTimeUntil > this.clock.now(), SignInOneTimeExpired);
    await this.registrants.note(person, call);
    const [posts, secondFactor, mustChangePassword] = await Promise.all([
      this.posts.of(person),
      this.factors.standing(person),
      this.mustChange(account!),
    ]);
    return { person, name, mustChangePassword, secondFactor, posts: posts.map(offered) };
  }

  async changePassword({ person, current, next, address }: InputOf<typeof identity.changePassword>, call: Call): Promise<void> {
    const [found] = await this.accounts(sql`a.person = ${person}`);
    await this.prove(found, found?.usernameKey ?? person, current, address, call);
    assertThat(next.normalize('NFKC') !== current.normalize('NFKC'), PasswordWeak, { reason: 'unchanged' });
    refuseWeak(next, found!.username, await this.rules.needsOf(person));
    const passwordHash = await this.passwords.hash(next);
    await this.revocations.commit(call, async (work, revoke) => {
      const [account] = await work.all(Account, sql`t.person = ${person} and not t.closed`, 1);
      // Changed by somebody else meanwhile: what was proven is no longer true.
      assertThat(account?.passwordHash === found!.passwordHash, SignInRefused);
      Object.assign(account, { passwordHash, mustChangePassword: false, oneTimeUntil: null, passwordChangedAt: this.clock.now() });
      await work.update(account, accountFacts.changed);
      revoke({ kind: 'subject', value: person });
    });
  }

  async postsOf(person: string, client?: string) {
    const [found] = await this.store.read<PersonToldOf>(sql`select id, name, kinds from person where id = ${person} and not closed`);
    assertThat(found, SubjectUnknown);
    const name = client === undefined ? found.name : await this.fields.nameToldTo(client, found);
    const posts = await this.posts.of(person);
    const { idleMinutes } = await this.policies.forPosts(posts);
    return { name, posts: posts.map(offered), idleMinutes };
  }

  /** A one-time password always; under 等保三级 also one that its owner has had for a quarter. */
  private async mustChange({ person, mustChangePassword, passwordChangedAt }: AccountFound): Promise<boolean> {
    if (mustChangePassword) return true;
    const { changeAfterDays } = await this.rules.needsOf(person);
    if (changeAfterDays === undefined) return false;
    return (passwordChangedAt?.getTime() ?? 0) + changeAfterDays * 86_400_000 < this.clock.now().getTime();
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
      sql`select a.username, a.username_key as "usernameKey", a.password_hash as "passwordHash", a.must_change_password as "mustChangePassword",
                 a.one_time_until as "oneTimeUntil", a.password_changed_at as "passwordChangedAt", a.person, p.name
          from account a join person p on p.id = a.person where ${which} and not a.closed and not p.closed`,
    );
  }
}

const offered = ({ id, role, organisation, organisationName, about }: NamedPost) => ({ id, role, organisation, organisationName, about });
