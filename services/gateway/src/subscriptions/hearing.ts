import { callBy, subscriptions, type Call, type Fact } from '@lianxue/contracts';
import { sql, Store, type Sql } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { Reading, type Stretch } from '../federation/reading.js';
import { typesOf } from './event-types.js';
import type { SubscriptionRecord } from './subscription.entity.js';

/** What of the feed to look at. */
export interface Section {
  readonly after: number;
  readonly until?: number;
  readonly deadOnly: boolean;
  readonly limit: number;
}

export interface Heard {
  readonly position: number;
  readonly fact: Fact;
}

/** What a subscription hears: of the feed, what its app may see by the tree of now, and of that, what it asked for. */
@Injectable()
export class Hearing {
  constructor(
    private readonly reading: Reading,
    private readonly store: Store,
  ) {}

  /** One statement for many events. */
  async next(subscription: SubscriptionRecord, { after, until, deadOnly, limit }: Section): Promise<Stretch> {
    const { id, client, types, below } = subscription;
    const where = sql`t.type = any(${typesOf(types)}) and ${below === null ? sql`true` : belowIt(below)} and ${deadOnly ? deadLetter(id) : sql`true`}`;
    return this.reading.behind(after, asApp(client), { limit, until, where });
  }

  /** Whether the app may hear of this organisation now. */
  reaches(client: string, organisation: string): Promise<boolean> {
    return this.store.reaches(organisation, asApp(client));
  }
}

/** The app as a caller of its own: a delivery is read with its rights, whoever made the subscription. */
const asApp = (client: string): Call =>
  callBy(
    { kind: 'app', subject: client, client, role: 'app', organisation: undefined, scopes: new Set(), about: [] },
    subscriptions.deliveries,
    { deadline: Infinity },
  );

/** Rows written for this app alone tell of gains and losses, wherever they lie. */
const belowIt = (organisation: string): Sql =>
  sql`(t.reader_client is not null or exists (select 1 from organisation o join organisation b on o.path <@ b.path where o.id = t.organisation and b.id = ${organisation}))`;

const deadLetter = (subscription: string): Sql =>
  sql`exists (select 1 from delivery d where d.subscription = ${subscription} and d.position = t.position and d.state = 'dead')`;
