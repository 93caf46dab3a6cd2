import {
  AppUnknown,
  CLOCK,
  OrganisationUnknown,
  refuse,
  SubscriptionClientRefused,
  subscriptionLife,
  SubscriptionsTooMany,
  SubscriptionUrlRefused,
  type Call,
  type Clock,
  type InputOf,
  type subscriptions,
} from '@lianxue/contracts';
import { Sealer, Store, type Work, takeTurn } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { assertKnownTypes } from './event-types.js';
import { Hearing } from './hearing.js';
import { Owning } from './owning.js';
import { Reachable } from '@lianxue/wire';
import { newSecret } from './signing.js';
import { SubscriptionRecord } from './subscription.entity.js';
import { subscriptionFacts } from './subscription.facts.js';

const most = 50;
const hourMs = 3600_000;

type Settings = Partial<Pick<SubscriptionRecord, 'url' | 'types' | 'below'>>;

/** Making, changing and ending subscriptions. */
@Injectable()
export class Subscribing {
  constructor(
    private readonly store: Store,
    private readonly owning: Owning,
    private readonly hearing: Hearing,
    private readonly reachable: Reachable,
    private readonly sealer: Sealer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Hears from now on. The secret is answered this once. */
  async subscribe(input: InputOf<typeof subscriptions.subscribe>, call: Call): Promise<{ row: SubscriptionRecord; secret: string }> {
    const { client = call.caller.client, url, types, below, note } = input;
    const isApp = call.caller.kind === 'app';
    if (isApp && client !== call.caller.client) throw refuse(SubscriptionClientRefused);
    const organisation = await this.owning.provider(client);
    await this.assertPossible(client, input);
    return this.store.commit(call, async (work) => {
      if (!isApp) await work.within(organisation, AppUnknown);
      await assertFew(client, work);
      const secret = newSecret();
      const settings = { client, organisation, url, types, below, note, secret: this.sealer.seal(secret) };
      const row = await work.insert(Object.assign(new SubscriptionRecord(), settings), subscriptionFacts.made);
      await work.query('insert into subscription_progress (subscription, position, due_at) select $1, position, $2 from feed_state', [
        row.id,
        this.clock.now(),
      ]);
      return { row, secret };
    });
  }

  async change({ subscriptionId, ...changes }: InputOf<typeof subscriptions.changeSubscription>, call: Call): Promise<SubscriptionRecord> {
    const { client } = await this.owning.one(subscriptionId, call);
    await this.assertPossible(client, changes);
    return this.owning.change(subscriptionId, call, async (row, work) => {
      if (changes.url !== undefined && changes.url !== row.url) await this.begin(row, work);
      return work.update(Object.assign(row, changes), subscriptionFacts.changed);
    });
  }

  pause(subscription: string, call: Call): Promise<SubscriptionRecord> {
    return this.owning.change(subscription, call, (row, work) => {
      row.state = subscriptionLife.after(row.state, 'pause');
      return work.update(row, subscriptionFacts.paused);
    });
  }

  resume(subscription: string, call: Call): Promise<SubscriptionRecord> {
    return this.owning.change(subscription, call, async (row, work) => {
      row.state = subscriptionLife.after(row.state, 'resume');
      await this.begin(row, work);
      return work.update(row, subscriptionFacts.resumed);
    });
  }

  end(subscription: string, call: Call): Promise<void> {
    return this.owning.change(subscription, call, (row, work) => work.remove(row, subscriptionFacts.ended));
  }

  /** Both secrets sign until the receiver has had time to learn the new one. */
  rotate(subscription: string, overlapHours: number, call: Call): Promise<{ id: string; secret: string; previousUntil: Date }> {
    return this.owning.change(subscription, call, async (row, work) => {
      const secret = newSecret();
      const previousUntil = new Date(this.clock.now().getTime() + overlapHours * hourMs);
      Object.assign(row, { previousSecret: row.secret, previousUntil, secret: this.sealer.seal(secret) });
      await work.update(row, subscriptionFacts.rotated);
      return { id: row.id, secret, previousUntil };
    });
  }

  /** Whatever waited is tried at once, as if nothing had failed. */
  private async begin({ id }: SubscriptionRecord, work: Work): Promise<void> {
    await work.query('update subscription_progress set due_at = $2, failures = 0, failing_since = null where subscription = $1', [
      id,
      this.clock.now(),
    ]);
  }

  private async assertPossible(client: string, { url, types, below }: Settings): Promise<void> {
    if (types) assertKnownTypes(types);
    if (url !== undefined && !this.reachable.admits(url)) throw refuse(SubscriptionUrlRefused);
    if (below && !(await this.hearing.reaches(client, below))) throw refuse(OrganisationUnknown);
  }
}

/** Counted under a lock, so that many at once cannot pass the limit together. */
async function assertFew(client: string, work: Work): Promise<void> {
  await takeTurn(work, `subscriptions of ${client}`);
  const [held] = await work.query<{ count: string }>('select count(*) from subscription where client = $1', [client]);
  if (Number(held!.count) >= most) throw refuse(SubscriptionsTooMany, { most });
}
