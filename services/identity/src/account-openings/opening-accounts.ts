import {
  accountFacts,
  assertThat,
  CLOCK,
  ClassEnded,
  ClassUnknown,
  dayInBeijing,
  identity,
  OrganisationUnknown,
  Refusal,
  UsernameIsNumber,
  type Call,
  type Clock,
  type InputOf,
} from '@lianxue/contracts';
import { Jobs, newId, Sealer, sql, Store, type JobKind, type Outcome, type RunningJob, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { isEntitled } from '../importing/entitled.js';
import { openOrganisation } from '../organisations/open-organisation.js';
import { Account, usernameKey } from '../people/account.entity.js';
import { Accounts } from '../people/accounts.js';
import { postsWithinPower, refuseUngrantable } from '../people/granting.js';
import { Passwords } from '../people/passwords.js';
import { Person } from '../people/person.entity.js';
import { SchoolClass } from '../rosters/school-class.entity.js';
import { Revocations, type Revoked } from '../signing-in/revocations.js';
import { Slips } from './slips.js';
import { newSeed, passwordFrom } from './slip-passwords.js';

type Order = InputOf<typeof identity.openAccounts>;

/** People of one transaction. Their passwords are hashed before it begins, one after the other: whoever signs in meanwhile is not kept waiting. */
const peopleAtOnce = 20;

/** People left out who are named in the result. */
const mostNamed = 200;

/** How far it is; in the job's own row, which forgets it with the job's end. */
interface Place {
  /** What the passwords are made from, sealed. */
  readonly seed: string;
  /** The person it came to last, in the order of their ids. */
  readonly after: string | null;
  /** The last number behind the prefix of a username. */
  readonly number: number;
  readonly opened: number;
  readonly renewed: number;
  readonly unchanged: number;
  /** The first whose posts are beyond the power of whoever ordered it, and how many there are. */
  readonly withheld: readonly { readonly person: string; readonly code: string }[];
  readonly withheldCount: number;
}

/** Somebody of the class or school, with the account they have. */
interface Member {
  readonly person: string;
  readonly account: string | null;
  readonly unused: boolean | null;
}

/** One whose account is opened or renewed, with the hash of their new password. */
interface Ready extends Member {
  readonly id: string;
  readonly hash: string;
}

/**
 * Opens accounts for a class or school at once. A password is made from a seed that only this job has, so that one cut off in the middle
 * prints what it gave out before; with the job ends the seed, and nobody can tell any of them again.
 */
@Injectable()
export class OpeningAccounts implements JobKind {
  readonly kind = 'accounts.open';
  readonly operation = identity.openAccounts;

  constructor(
    private readonly jobs: Jobs,
    private readonly store: Store,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly slips: Slips,
    private readonly revocations: Revocations,
    private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    jobs.serve(this);
  }

  isEntitled = isEntitled;

  async order(input: Order, call: Call) {
    const organisation = await openOrganisation(input.organisationId, call, this.store);
    for (const role of input.roles) refuseUngrantable(role, call);
    // With a number behind it, it would look like one of theirs.
    assertThat(!/^[GJL]?\d{10,}$/i.test(input.prefix), UsernameIsNumber);
    if (input.class !== undefined) {
      const found = await this.store.one(SchoolClass, input.class, call, ClassUnknown);
      assertThat(found.organisation === organisation.id, ClassUnknown);
      assertThat(!found.ended, ClassEnded);
    }
    return this.store.commit(call, (work) => this.jobs.order(this, organisation.id, { ...input }, work, call));
  }

  async run(job: RunningJob): Promise<Outcome> {
    const order = job.input as unknown as Order;
    let place = (job.cursor as Place | null) ?? (await this.begin(job));
    const seed = this.sealer.open(place.seed);
    for (let members = await this.next(order, place); members.length > 0; members = await this.next(order, place))
      place = await this.step(members, place, seed, order, job);
    const files = await this.slips.make(job, order, (account) => passwordFrom(seed, account));
    const { opened, renewed, unchanged, withheld, withheldCount } = place;
    await this.store.commit(job.call(), async (work) => {
      await job.hold(work);
      for (const file of files) await job.made(work, file);
      work.note('accounts.opened_together', job.organisation, { opened, renewed, roles: order.roles, class: order.class ?? null });
    });
    return { result: { opened, renewed, unchanged, withheld, withheldCount } };
  }

  private async begin(job: RunningJob): Promise<Place> {
    const none = { after: null, number: 0, opened: 0, renewed: 0, unchanged: 0, withheld: [], withheldCount: 0 };
    const place: Place = { seed: this.sealer.seal(newSeed()), ...none };
    await this.store.commit(job.call(), async (work) => {
      await job.hold(work);
      await job.advance(work, { cursor: place });
    });
    return place;
  }

  /** Those who hold one of the posts today; of a class that is named its people and the guardians of its pupils. */
  private next({ organisationId, roles, class: inClass }: Order, { after }: Place): Promise<Member[]> {
    const today = dayInBeijing(this.clock.now());
    return this.store.read<Member>(
      sql`select p.id as person, a.id as account, a.must_change_password as unused
          from person p left join account a on a.person = p.id and not a.closed
          where not p.closed and (${after}::uuid is null or p.id > ${after}::uuid)
            and p.id in (select t.person from post t where t.organisation = ${organisationId} and t.role = any(${roles}::text[]) and not t.ended
                           and t.since <= ${today} and (t.until is null or t.until >= ${today}))
            and (${inClass ?? null}::uuid is null or exists (
              select 1 from enrolment e where e.class = ${inClass ?? null}::uuid and not e.ended and (e.person = p.id or exists (
                select 1 from post g where g.person = p.id and g.role = 'guardian' and not g.ended and g.about @> array[e.person]))))
          order by p.id limit ${peopleAtOnce}`,
    );
  }

  private async step(members: readonly Member[], before: Place, seed: string, order: Order, job: RunningJob): Promise<Place> {
    const ready = new Map<string, Ready>();
    for (const member of members) {
      if (member.account !== null && !(order.renew && member.unused)) continue;
      const id = member.account ?? newId();
      ready.set(member.person, { ...member, id, hash: await this.passwords.hash(passwordFrom(seed, id)) });
    }
    return this.revocations.commit(job.call(), async (work, revoke) => {
      await job.hold(work);
      await work.within(job.organisation, OrganisationUnknown);
      const place = { ...before, withheld: [...before.withheld], after: members.at(-1)!.person };
      for (const { person } of members) {
        const one = ready.get(person);
        const done = one ? await this.give(one, place, order, job, work, revoke) : 'unchanged';
        if (done === 'opened' || done === 'renewed' || done === 'unchanged') place[done]++;
        else if (++place.withheldCount <= mostNamed) place.withheld.push({ person, code: done.kind.code });
      }
      await job.advance(work, { cursor: place, done: job.done + members.length });
      return place;
    });
  }

  /** Opens or renews one account, unless its owner holds posts beyond the power of whoever ordered it. */
  private async give(
    { person, account: before, id, hash: passwordHash }: Ready,
    place: { number: number },
    { prefix }: Order,
    job: RunningJob,
    work: Work,
    revoke: (revoked: Revoked) => void,
  ): Promise<'opened' | 'renewed' | Refusal> {
    try {
      await postsWithinPower(person, work, job.call());
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return error;
    }
    if (before !== null) {
      const [account] = await work.all(Account, sql`t.id = ${before}`, 1);
      await work.update(Object.assign(account!, this.accounts.oneTime(passwordHash), { opening: job.id }), accountFacts.reset);
      revoke({ kind: 'subject', value: person });
      return 'renewed';
    }
    const [owner] = await work.all(Person, sql`t.id = ${person}`, 1);
    const username = await this.free(prefix, place, work);
    const key = { username, usernameKey: usernameKey(username) };
    await this.accounts.attach(
      Object.assign(new Account(), this.accounts.oneTime(passwordHash), key, { id, opening: job.id }),
      owner!,
      work,
    );
    return 'opened';
  }

  /** The next username of this prefix that nobody has: `xx2026001`. */
  private async free(prefix: string, place: { number: number }, work: Work): Promise<string> {
    for (;;) {
      const numbers = Array.from({ length: peopleAtOnce }, (_, nth) => place.number + nth + 1);
      const names = numbers.map((number) => `${prefix}${String(number).padStart(3, '0')}`);
      const taken = await work.query<{ key: string }>(`select username_key as key from account where username_key = any($1::text[])`, [
        names.map(usernameKey),
      ]);
      const at = names.findIndex((name) => !taken.some(({ key }) => key === usernameKey(name)));
      place.number = at < 0 ? numbers.at(-1)! : numbers[at]!;
      if (at >= 0) return names[at]!;
    }
  }
}
