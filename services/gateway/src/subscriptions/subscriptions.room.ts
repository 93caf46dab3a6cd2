import { randomUUID } from 'node:crypto';
import { CLOCK, subscriptions, type Call, type Clock, type Fact, type InputOf } from '@lianxue/contracts';
import { Leadership, newId } from '@lianxue/persistence';
import { app, callOf, openRoom, type Room } from '@lianxue/testing';
import { DataSource } from 'typeorm';
import { Feed } from '../federation/feed.js';
import { Reading } from '../federation/reading.js';
import { migrations } from '../migrations/index.js';
import { Courier } from './courier.js';
import { Providers } from './owning.js';
import { Reachable } from '@lianxue/wire';
import { Subscribing } from './subscribing.js';
import { SubscriptionRecord } from './subscription.entity.js';
import { subscriptionRules } from './subscriptions.module.js';

/** Subscriptions over a database of their own, in a small region, at a time that the test chooses. */
export interface SubscriptionsRoom extends Room {
  /** An app that is selected here with these scopes. */
  selected(organisation: string, scopes?: readonly string[]): Promise<string>;
  /** Something happens at an organisation; answers the entity. */
  happen(organisation: string, of?: Partial<Fact>): Promise<string>;
  subscribe(
    client: string,
    url: string,
    more?: Partial<InputOf<typeof subscriptions.subscribe>>,
  ): Promise<{ row: SubscriptionRecord; secret: string }>;
  /** Serves whatever is due now until nothing is. */
  settle(): Promise<void>;
  now(): Date;
  pass(ms: number): void;
  call(client: string, more?: Partial<Call>): Call;
}

export async function openSubscriptions(): Promise<SubscriptionsRoom> {
  let now = new Date();
  const seqs = new Map<string, number>();
  const provider = newId();
  const clock: Clock = { now: () => now };
  const room = await openRoom('gateway', {
    entities: [SubscriptionRecord],
    migrations,
    providers: [
      Feed,
      Reading,
      ...subscriptionRules,
      { provide: CLOCK, useValue: clock },
      { provide: Reachable, useValue: new Reachable(['127.0.0.0/8']) },
      { provide: Providers, useValue: { organisationOf: async (client: string) => (client === 'nobody' ? undefined : provider) } },
      // The test itself says when the courier goes round.
      { provide: Leadership, useValue: { hold: async () => undefined } },
    ],
  });
  const courier = room.get(Courier);
  const over = new AbortController().signal;
  const call: SubscriptionsRoom['call'] = (client, more) => callOf(subscriptions.subscribe, app({ client }), {}, more);
  return {
    ...room,
    call,
    now: () => now,
    pass: (ms) => void (now = new Date(now.getTime() + ms)),
    async selected(organisation, scopes = ['events.read', 'resources.read', 'identity.read']) {
      const client = `app-${randomUUID()}`;
      await room.query(
        'insert into app_reach (id, client, organisation, scopes, active, until, version) values ($1, $2, $3, $4, true, null, 1)',
        [newId(), client, organisation, scopes],
      );
      return client;
    },
    async happen(organisation, of = {}) {
      const service = of.service ?? 'resources';
      const feedSeq = (seqs.get(service) ?? 0) + 1;
      seqs.set(service, feedSeq);
      const fact: Fact = {
        id: newId(),
        type: `cn.lianxue.${service}.resource.published`,
        service,
        thing: 'resource',
        entity: newId(),
        version: 1,
        organisation,
        actor: 'person',
        time: now.toISOString(),
        feedSeq,
        data: { title: '分数' },
        ...of,
      };
      await room
        .get(DataSource)
        .transaction((manager) => room.get(Feed).apply(fact, { query: (text, values = []) => manager.query(text, [...values]) }));
      return fact.entity;
    },
    subscribe: (client, url, more = {}) =>
      room.get(Subscribing).subscribe({ url, types: ['cn.lianxue.resources.*'], below: null, note: null, ...more }, call(client)),
    async settle() {
      for (;;) {
        const turns = await courier.round(over);
        if (turns.length === 0) return;
        await Promise.all(turns);
      }
    },
  };
}
