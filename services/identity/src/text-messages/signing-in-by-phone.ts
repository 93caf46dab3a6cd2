import { accountFacts, assertThat, CLOCK, SignInRefused, type Call, type Clock, type identity, type InputOf } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Account } from '../people/account.entity.js';
import { PasswordRules, refuseWeak } from '../people/password-rules.js';
import { Passwords } from '../people/passwords.js';
import { Registrants } from '../registration/registrants.js';
import { SecondFactors } from '../second-factors/second-factors.js';
import { Revocations } from '../signing-in/revocations.js';
import { TextCodes } from './text-codes.js';

/** What a proven phone opens: a sign-in, or a new password for the account of its owner. */
@Injectable()
export class SigningInByPhone {
  constructor(
    private readonly store: Store,
    private readonly codes: TextCodes,
    private readonly passwords: Passwords,
    private readonly rules: PasswordRules,
    private readonly factors: SecondFactors,
    private readonly registrants: Registrants,
    private readonly revocations: Revocations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async signIn({ challenge, person, purpose }: InputOf<typeof identity.signInByPhone>, call: Call) {
    const { name, username } = await this.codes.ownerOf(challenge, person, purpose);
    // A new password is yet to be chosen with the same code.
    if (purpose === 'signIn') {
      await this.store.commit(call, (work) => this.codes.spend(challenge, work));
      await this.registrants.note(person, call);
    }
    return { person, name, username, secondFactor: await this.factors.standing(person) };
  }

  async setPassword({ challenge, person, next }: InputOf<typeof identity.setPasswordByPhone>, call: Call): Promise<void> {
    const { username } = await this.codes.ownerOf(challenge, person, 'password');
    assertThat(username !== null, SignInRefused);
    refuseWeak(next, username, await this.rules.needsOf(person));
    const passwordHash = await this.passwords.hash(next);
    await this.revocations.commit(call, async (work, revoke) => {
      await this.codes.spend(challenge, work);
      const [account] = await work.all(Account, sql`t.person = ${person} and not t.closed`, 1);
      assertThat(account, SignInRefused);
      Object.assign(account, { passwordHash, mustChangePassword: false, oneTimeUntil: null, passwordChangedAt: this.clock.now() });
      await work.update(account, accountFacts.changed);
      revoke({ kind: 'subject', value: person });
    });
  }
}
