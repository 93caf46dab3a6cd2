import { assertThat, CLOCK, inBeijing, PostNotGrantable, roles, type Call, type Clock } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { pictureKey } from '../class-sign-in/codes.js';
import { mayGrant } from '../people/granting.js';
import { Post } from '../people/post.entity.js';
import { ReadingPeople } from '../people/reading-people.js';
import { Throttle, waitAfter, waitsUntil } from './throttle.js';

/** A locked sign-in, seen and opened again by an administrator: it lets its owner try at once, and nobody else in. */
@Injectable()
export class Unlocking {
  constructor(
    private readonly store: Store,
    private readonly people: ReadingPeople,
    private readonly throttle: Throttle,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async standing(personId: string, call: Call) {
    const { person } = await this.people.met(personId, call);
    return this.lockOf(person.id);
  }

  /** Whoever may give the posts that are within reach; of a teacher of two schools that is either of them. */
  async lift(personId: string, call: Call) {
    const { person } = await this.people.met(personId, call);
    person.refuseClosed();
    const reach = await this.store.reachOf(Post, call);
    const posts = await this.store.read<Pick<Post, 'role'>>(
      sql`select t.role from post t where t.person = ${person.id} and not t.ended and ${reach}`,
    );
    for (const { role } of posts) assertThat(mayGrant(role, call), PostNotGrantable, { role: roles[role].zh });
    const before = await this.lockOf(person.id);
    const keys = await this.keysOf(person.id);
    await this.store.commit(call, async (work) => {
      await this.throttle.lift(keys, work);
      await work.query('update second_factor set failures = 0, failed_at = null where person = $1 and failures > 0', [person.id]);
      const { failures, addresses, secondFactorFailures } = before;
      work.note('sign_in.unlocked', person.id, { failures, addresses, secondFactorFailures });
    });
    return this.lockOf(person.id);
  }

  private async lockOf(person: string) {
    const { failures, addresses, lastAt, until, everywhere } = await this.throttle.standing(await this.keysOf(person));
    const [factor] = await this.store.read<{ failures: number; failedAt: Date | null }>(
      sql`select failures, failed_at as "failedAt" from second_factor where person = ${person}`,
    );
    const factorUntil = factor?.failedAt ? waitsUntil(factor.failedAt, waitAfter(factor.failures)) : 0;
    const lockedUntil = Math.max(until?.getTime() ?? 0, factorUntil);
    return {
      person,
      lockedUntil: lockedUntil > this.clock.now().getTime() ? inBeijing(new Date(lockedUntil)) : null,
      everywhere,
      failures,
      addresses,
      lastFailureAt: lastAt && inBeijing(lastAt),
      secondFactorFailures: factor?.failures ?? 0,
    };
  }

  /** Under what their failures are counted: the username of the account, and the picture of a young pupil. */
  private async keysOf(person: string): Promise<string[]> {
    const accounts = await this.store.read<{ key: string }>(
      sql`select username_key as key from account where person = ${person} and not closed`,
    );
    return [...accounts.map(({ key }) => key), pictureKey(person)];
  }
}
