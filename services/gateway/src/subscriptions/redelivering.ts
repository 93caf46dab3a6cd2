import {
  CLOCK,
  DeliveryUnknown,
  RedeliveriesTooMany,
  RedeliveryUnclear,
  refuse,
  type Call,
  type Clock,
  type InputOf,
  type subscriptions,
} from '@lianxue/contracts';
import { newId, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Owning } from './owning.js';

const most = 20;

/** A stretch of the feed: behind one position, up to and with another. */
interface Stretch {
  readonly after: number;
  readonly until: number;
}

type Wanted = Omit<InputOf<typeof subscriptions.redeliver>, 'subscriptionId'>;

/** Delivering once more what was delivered, or what came before the subscription was made. */
@Injectable()
export class Redelivering {
  constructor(
    private readonly owning: Owning,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  redeliver({ subscriptionId, ...wanted }: InputOf<typeof subscriptions.redeliver>, call: Call) {
    return this.owning.change(subscriptionId, call, async ({ id }, work) => this.order(id, await stretchOf(id, wanted, work), false, work));
  }

  redrive(subscription: string, call: Call) {
    return this.owning.change(subscription, call, async ({ id }, work) => {
      const [dead] = await work.query<{ first: string | null; last: string | null }>(
        `select min(position) as first, max(position) as last from delivery where subscription = $1 and state = 'dead'`,
        [id],
      );
      return this.order(id, { after: Number(dead!.first ?? 1) - 1, until: Number(dead!.last ?? 0) }, true, work);
    });
  }

  private async order(subscription: string, { after, until }: Stretch, deadOnly: boolean, work: Work) {
    const [waiting] = await work.query<{ count: string }>('select count(*) from redelivery where subscription = $1', [subscription]);
    if (Number(waiting!.count) >= most) throw refuse(RedeliveriesTooMany, { most });
    const id = newId();
    if (until > after)
      await work.query(
        'insert into redelivery (id, subscription, position, until, dead_only, requested_at) values ($1, $2, $3, $4, $5, $6)',
        [id, subscription, after, until, deadOnly, this.clock.now()],
      );
    work.note('redelivered', subscription, { after, until, deadOnly });
    return { id, after, until, deadOnly };
  }
}

async function stretchOf(subscription: string, { event, from, to, since, until }: Wanted, work: Work): Promise<Stretch> {
  const ways = [event, from ?? to, since ?? until].filter((given) => given !== undefined).length;
  if (ways !== 1) throw refuse(RedeliveryUnclear);
  const [state] = await work.query<{ position: string }>('select position from feed_state');
  const last = Number(state!.position);
  if (event !== undefined) {
    const [found] = await work.query<{ position: string }>(
      'select position from delivery where subscription = $1 and event = $2 and position is not null',
      [subscription, event],
    );
    if (!found) throw refuse(DeliveryUnknown);
    return { after: Number(found.position) - 1, until: Number(found.position) };
  }
  if (from !== undefined) return { after: Math.max(0, from - 1), until: Math.min(to ?? last, last) };
  if (since === undefined) throw refuse(RedeliveryUnclear);
  return { after: await positionAt(since, work), until: until === undefined ? last : await positionAt(until, work) };
}

/**
 * The last position that came before this moment. Facts commit up to two seconds after the moment they are noted with, so
 * a little more is taken: an event too many is told by its id, one too few would be missed.
 */
async function positionAt(moment: string, work: Work): Promise<number> {
  const [found] = await work.query<{ position: string }>(
    `select position from feed where arrived_at < $1::timestamptz - interval '3 s' order by arrived_at desc limit 1`,
    [moment],
  );
  return Number(found?.position ?? 0);
}
