import {
  assertThat,
  defaultSignInPolicy,
  inBeijing,
  OrganisationClosed,
  OrganisationUnknown,
  privilegedRoles,
  signInPolicyFacts,
  SignInPolicyLaxer,
  type Call,
  type identity,
  type InputOf,
  type PostRole,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { both, rulesOf, SignInPolicy, type Rules } from './sign-in-policy.entity.js';

/** A post as far as rules for signing in look at it. */
interface PostHeld {
  readonly role: PostRole;
  readonly organisation: string;
}

const isPrivileged = (role: PostRole): boolean => (privilegedRoles as readonly PostRole[]).includes(role);

/** Which rules for signing in apply to whom: what any authority above asks holds below, of each rule the strictest. */
@Injectable()
export class SignInPolicies {
  constructor(private readonly store: Store) {}

  /** The rules at these organisations taken together; those nobody set are the defaults. */
  async at(organisations: readonly string[]): Promise<Rules> {
    return (await this.above(organisations)).reduce(both, defaultSignInPolicy);
  }

  /** What holds for somebody with these posts: a second factor only where an administrator's post asks for it. */
  async forPosts(posts: readonly PostHeld[]) {
    const rules = await this.at(posts.map(({ organisation }) => organisation));
    const administering = posts.filter(({ role }) => isPrivileged(role)).map(({ organisation }) => organisation);
    const { administratorsSecondFactor } = administering.length > 0 ? await this.at(administering) : defaultSignInPolicy;
    return {
      passwords: rules.passwords,
      secondFactorRequired: administratorsSecondFactor === 'required',
      idleMinutes: { administrators: rules.idleMinutesAdministrators, others: rules.idleMinutesOthers },
    };
  }

  async inForce(organisation: string, call: Call) {
    await this.store.one(OrganisationRecord, organisation, call, OrganisationUnknown);
    const [nearest] = await this.above([organisation]);
    return { organisation, setBy: nearest?.organisation ?? null, ...(await this.at([organisation])) };
  }

  async set({ organisationId, ...rules }: InputOf<typeof identity.setSignInPolicy>, call: Call) {
    await this.store.one(OrganisationRecord, organisationId, call, OrganisationUnknown);
    const above = (await this.above([organisationId])).filter(({ organisation }) => organisation !== organisationId);
    assertThat(same(above.reduce(both, both(rules, rules)), both(rules, rules)), SignInPolicyLaxer);
    const policy = await this.store.commit(call, async (work) => {
      const { state } = await work.one(OrganisationRecord, organisationId, OrganisationUnknown);
      assertThat(state === 'open', OrganisationClosed);
      const [kept] = await work.all(SignInPolicy, sql`t.organisation = ${organisationId}`, 1);
      if (kept) return work.update(Object.assign(kept, rules), signInPolicyFacts.set);
      return work.insert(Object.assign(new SignInPolicy(), { organisation: organisationId, ...rules }), signInPolicyFacts.set);
    });
    const { id, version, organisation, createdAt, updatedAt } = policy;
    return { id, version, createdAt: inBeijing(createdAt), updatedAt: inBeijing(updatedAt), organisation, ...rulesOf(policy) };
  }

  /** All that was set at these organisations and above them, the nearest first. */
  private above(organisations: readonly string[]): Promise<(Rules & { organisation: string })[]> {
    return this.store.read(
      sql`select p.organisation, p.passwords, p.administrators_second_factor as "administratorsSecondFactor",
                 p.idle_minutes_administrators as "idleMinutesAdministrators", p.idle_minutes_others as "idleMinutesOthers"
          from sign_in_policy p join organisation o on o.id = p.organisation
          where exists (select 1 from organisation here where here.id = any(${[...new Set(organisations)]}::uuid[]) and here.path <@ o.path)
          order by nlevel(o.path) desc limit 200`,
    );
  }
}

const same = (one: Rules, two: Rules): boolean => JSON.stringify(rulesOf(one)) === JSON.stringify(rulesOf(two));
