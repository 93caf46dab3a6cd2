import { CursorInvalid, inBeijing, refuse, type Call, type InputOf, type OutputOf, type subscriptions } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { Owning } from './owning.js';

type Page = OutputOf<typeof subscriptions.deliveries>;
type Delivery = Page['items'][number];

interface Row extends Pick<Delivery, 'id' | 'event' | 'type' | 'state' | 'attempts' | 'status' | 'error'> {
  position: string | null;
  first_at: Date;
  last_at: Date;
}

/** What came of the deliveries of one subscription, latest first. */
@Injectable()
export class DeliveryLog {
  constructor(
    private readonly store: Store,
    private readonly owning: Owning,
  ) {}

  async read({ subscriptionId, state, event, limit, cursor }: InputOf<typeof subscriptions.deliveries>, call: Call): Promise<Page> {
    await this.owning.one(subscriptionId, call);
    const rows = await this.store.read<Row>(sql`
      select id, event, type, position, state, attempts, status, error, first_at, last_at
        from delivery
       where subscription = ${subscriptionId} and id < ${cursor === undefined ? last : placeIn(cursor)}
         and (${state ?? null}::text is null or state = ${state ?? null}) and (${event ?? null}::uuid is null or event = ${event ?? null})
       order by id desc
       limit ${limit + 1}`);
    const items = rows.slice(0, limit).map(deliveryView);
    return rows.length > limit ? { items, next: Buffer.from(items.at(-1)!.id).toString('base64url') } : { items };
  }
}

const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

function placeIn(cursor: string): string {
  const place = Buffer.from(cursor, 'base64url').toString('latin1');
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(place)) throw refuse(CursorInvalid);
  return place;
}

const deliveryView = ({ position, first_at, last_at, ...row }: Row): Delivery => ({
  ...row,
  position: position === null ? null : Number(position),
  firstAt: inBeijing(first_at),
  lastAt: inBeijing(last_at),
});
