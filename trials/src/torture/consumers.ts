import { setTimeout as sleep } from 'node:timers/promises';
import { AckPolicy, DeliverPolicy, jetstream, jetstreamManager, type Consumer } from '@nats-io/jetstream';
import { nanos, type NatsConnection } from '@nats-io/transport-node';
import type { Fact } from '@lianxue/contracts';
import { factIn, streamOf } from '@lianxue/wire';
import { service } from './ledger.js';
import type { Tally } from './tally.js';

const chance = (probability: number): boolean => Math.random() < probability;
const between = (low: number, high: number): number => low + Math.floor(Math.random() * (high - low + 1));

/** How often a consumer stops in the middle and begins again from what it had written down. */
const restartChance = 0.05;
/** Un-acknowledged messages come again after this. */
const ackWaitMs = 1_000;

/** Where a consumer asks for facts that it did not get. */
export type ChangesAfter = (feedSeq: number, limit: number) => Promise<Fact[]>;

/** Reads pages of random size behind a cursor; a restart falls back to the cursor it wrote down last. */
export async function readPages(changesAfter: ChangesAfter, tally: Tally, over: AbortSignal): Promise<void> {
  let cursor = 0;
  let writtenDown = 0;
  while (!over.aborted) {
    // Refused for a moment, as any reader may be: asks again.
    const facts = await changesAfter(cursor, between(1, 500)).catch(() => []);
    for (const fact of facts) tally.see(fact);
    cursor = facts.at(-1)?.feedSeq ?? cursor;
    if (chance(0.3)) writtenDown = cursor;
    if (chance(restartChance)) cursor = writtenDown;
    if (facts.length === 0) await sleep(between(1, 50));
  }
}

/**
 * Follows the stream durably as the federation module does: skips what it has, asks the service where there is a gap.
 * A restart leaves messages unacknowledged, which then come again.
 */
export async function followStream(
  nats: NatsConnection,
  name: string,
  changesAfter: ChangesAfter,
  tally: Tally,
  over: AbortSignal,
): Promise<void> {
  let last = 0;
  const take = async (fact: Fact): Promise<void> => {
    while (fact.feedSeq > last + 1) for (const missing of await changesAfter(last, between(1, 500))) advance(missing);
    advance(fact);
  };
  const advance = (fact: Fact): void => {
    if (fact.feedSeq !== last + 1) return;
    last = fact.feedSeq;
    tally.see(fact);
  };
  await eachBatch(
    over,
    () => durable(nats, name),
    async (consumer) => {
      const restartAt = chance(restartChance) ? between(0, 20) : Infinity;
      let place = 0;
      for await (const message of await consumer.fetch({ max_messages: between(1, 200), expires: 1_000 })) {
        if (place++ >= restartAt) continue;
        await take(factIn(message.data));
        message.ack();
      }
    },
  );
}

/** Reads the stream just as it lies there, nothing filled in: what JetStream itself got. A restart begins at the stream's beginning. */
export async function readStream(nats: NatsConnection, name: string, tally: Tally, over: AbortSignal): Promise<void> {
  await eachBatch(
    over,
    () => durable(nats, name),
    async (consumer) => {
      for await (const message of await consumer.fetch({ max_messages: between(1, 500), expires: 1_000 })) {
        tally.see(factIn(message.data));
        message.ack();
      }
      if (chance(restartChance / 10)) await consumer.delete();
    },
  );
}

/** Goes from batch to batch; after any trouble the consumer is made anew, since the stream itself may have gone. */
async function eachBatch(over: AbortSignal, make: () => Promise<Consumer>, batch: (consumer: Consumer) => Promise<void>): Promise<void> {
  let consumer: Consumer | undefined;
  while (!over.aborted) {
    try {
      consumer ??= await make();
      await batch(consumer);
      // An emptied stream takes its consumers along, which fetching alone may not notice.
      await consumer.info();
    } catch {
      consumer = undefined;
      await sleep(100);
    }
  }
}

async function durable(nats: NatsConnection, name: string): Promise<Consumer> {
  const manager = await jetstreamManager(nats, { checkAPI: false });
  await manager.consumers.add(streamOf(service), {
    durable_name: name,
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.All,
    ack_wait: nanos(ackWaitMs),
  });
  return jetstream(nats).consumers.get(streamOf(service), name);
}
