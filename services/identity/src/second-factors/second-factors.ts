import {
  assertThat,
  CLOCK,
  inBeijing,
  PersonUnknown,
  refuse,
  secondFactorFacts,
  SecondFactorHeld,
  SecondFactorOwn,
  SecondFactorRefused,
  SecondFactorUnknown,
  SignInLocked,
  SubjectUnknown,
  type Call,
  type Clock,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { newId, Sealer, sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CurrentPosts } from '../people/current-posts.js';
import { postsWithinPower } from '../people/granting.js';
import { Person } from '../people/person.entity.js';
import { SignInPolicies } from '../sign-in-policies/sign-in-policies.js';
import { Revocations } from '../signing-in/revocations.js';
import { waitAfter } from '../signing-in/throttle.js';
import { OneTimeCodes } from './one-time-codes.js';
import { SecondFactor } from './second-factor.entity.js';

/** A second factor 动态口令: set up while signing in, asked for ever after, reset by an administrator above. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly store: Store,
    private readonly sealer: Sealer,
    private readonly codes: OneTimeCodes,
    private readonly posts: CurrentPosts,
    private readonly policies: SignInPolicies,
    private readonly revocations: Revocations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What signing in still asks of this person. */
  async standing(person: string): Promise<'none' | 'held' | 'required'> {
    const [held] = await this.store.read(sql`select 1 from second_factor where person = ${person} and confirmed_at is not null`);
    if (held) return 'held';
    const { secondFactorRequired } = await this.policies.forPosts(await this.posts.of(person));
    return secondFactorRequired ? 'required' : 'none';
  }

  async mine({ caller }: Call) {
    const [held] = await this.store.read<{ confirmedAt: Date; left: number }>(
      sql`select confirmed_at as "confirmedAt", cardinality(recovery) as left from second_factor
          where person = ${caller.subject} and confirmed_at is not null`,
    );
    const { secondFactorRequired: required } = await this.policies.forPosts(await this.posts.of(caller.subject));
    return { held: Boolean(held), since: held ? inBeijing(held.confirmedAt) : null, recoveryCodesLeft: held?.left ?? 0, required };
  }

  /** A new secret each time it is begun, until a code confirms one. */
  async begin(person: string, call: Call) {
    const secret = this.codes.newSecret();
    const label = await this.store.commit(call, async (work) => {
      const [owner] = await work.all(Person, sql`t.id = ${person} and not t.closed`, 1);
      assertThat(owner, SubjectUnknown);
      const [known] = await work.all(SecondFactor, sql`t.person = ${person}`, 1);
      assertThat(!known?.confirmedAt, SecondFactorHeld);
      const fresh = { secretSealed: this.sealer.seal(secret), lastStep: '0', failures: 0 };
      if (known) await work.update(Object.assign(known, fresh), secondFactorFacts.begun);
      else {
        const { organisation } = owner;
        await work.insert(Object.assign(new SecondFactor(), { id: newId(), organisation, person, ...fresh }), secondFactorFacts.begun);
      }
      const [account] = await work.query<{ username: string }>('select username from account where person = $1 and not closed', [person]);
      return account?.username ?? owner.name;
    });
    return { address: this.codes.address(secret, label), secret };
  }

  async confirm({ person, code }: InputOf<typeof identity.confirmSecondFactor>, call: Call) {
    const recoveryCodes = this.codes.newRecoveryCodes();
    await this.store.commit(call, async (work) => {
      const [factor] = await work.all(SecondFactor, sql`t.person = ${person}`, 1);
      assertThat(factor, SecondFactorUnknown);
      assertThat(!factor.confirmedAt, SecondFactorHeld);
      const step = this.codes.stepOf(this.sealer.open(factor.secretSealed), code, this.clock.now());
      assertThat(step !== undefined, SecondFactorRefused);
      const recovery = recoveryCodes.map((each) => this.codes.recoveryHash(person, each));
      Object.assign(factor, { confirmedAt: this.clock.now(), lastStep: String(step), recovery });
      await work.update(factor, secondFactorFacts.confirmed);
    });
    return { recoveryCodes };
  }

  /**
   * One try at a time, since the row is locked while it is looked at: a thousand guesses at once are a thousand waits. Only
   * who gave the first factor comes here, so that a wait can shut nobody else out.
   */
  async prove({ person, code }: InputOf<typeof identity.proveSecondFactor>, call: Call) {
    const outcome = await this.store.commit(call, async (work) => {
      const [factor] = await work.all(SecondFactor, sql`t.person = ${person} and t.confirmed_at is not null`, 1);
      assertThat(factor, SecondFactorUnknown);
      const now = this.clock.now();
      const until = (factor.failedAt?.getTime() ?? 0) + 1000 * waitAfter(factor.failures);
      if (until > now.getTime()) return { wait: Math.ceil((until - now.getTime()) / 1000) };
      const step = this.codes.stepOf(this.sealer.open(factor.secretSealed), code, now);
      const recovery = this.codes.recoveryHash(person, code);
      const [taken] = await work.query<{ left: number }>(
        `update second_factor set failures = 0, failed_at = null, last_step = coalesce($2::bigint, last_step), recovery = array_remove(recovery, $3)
         where id = $1 and ($2::bigint > last_step or $3 = any(recovery)) returning cardinality(recovery) as left`,
        [factor.id, step ?? null, recovery],
      );
      if (taken) {
        const by = taken.left < factor.recovery.length ? ('recoveryCode' as const) : ('code' as const);
        if (by === 'recoveryCode') work.note('second_factor.recovery_code_used', factor.id);
        return { by, recoveryCodesLeft: taken.left };
      }
      await work.query('update second_factor set failures = failures + 1, failed_at = $2 where id = $1', [factor.id, now]);
      return 'wrong' as const;
    });
    if (outcome === 'wrong') throw refuse(SecondFactorRefused);
    if (outcome.wait !== undefined) throw refuse(SignInLocked, { retryAfter: outcome.wait });
    return { by: outcome.by, recoveryCodesLeft: outcome.recoveryCodesLeft };
  }

  /** Whoever could give all posts of a person may take a lost phone's place away; nobody their own. */
  reset(person: string, call: Call): Promise<void> {
    return this.revocations.commit(call, async (work, revoke) => {
      (await work.one(Person, person, PersonUnknown)).refuseClosed();
      assertThat(call.caller.subject !== person, SecondFactorOwn);
      await postsWithinPower(person, work, call);
      const [factor] = await work.all(SecondFactor, sql`t.person = ${person}`, 1);
      assertThat(factor, SecondFactorUnknown);
      await work.remove(factor, secondFactorFacts.reset);
      revoke({ kind: 'subject', value: person });
    });
  }
}
