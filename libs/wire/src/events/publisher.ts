import { Injectable } from '@nestjs/common';
import { jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Fact, Publish } from '@lianxue/contracts';
import type { NatsLink } from '../process/nats-link.js';
import { factIn, toCloudEvent } from './cloud-event.js';
import { ensureStream, managerOf, streamOf, subjectOfType } from './streams.js';

/** What the stream holds last: its own number and the fact's. */
interface Tail {
  readonly sequence: number;
  readonly feedSeq: number;
}

/** JetStream holds less than the relay believes, e.g. after it lost its disk: ask `lastPublished` and go on from there. */
export class StreamBehind extends Error {}

/** Hands a service's facts to its stream, in order and once: each message expects the one before it, repeats are left out. */
@Injectable()
export class StreamPublisher implements Publish {
  private tail: Tail | undefined;

  constructor(
    private readonly service: string,
    private readonly link: NatsLink,
  ) {}

  async publish(facts: readonly Fact[]): Promise<void> {
    const nats = this.connected();
    const known = this.tail;
    const tail = known ?? (await this.readTail(nats));
    const fresh = facts.filter(({ feedSeq }) => feedSeq > tail.feedSeq);
    if (!known && fresh.length > 0 && fresh[0]!.feedSeq > tail.feedSeq + 1)
      throw new StreamBehind(`${streamOf(this.service)} ends at ${tail.feedSeq}.`);
    // Until all are stored nobody knows what the stream ends with.
    this.tail = undefined;
    const client = jetstream(nats, { timeout: 5_000 });
    const stored = fresh.map((fact, index) =>
      client.publish(subjectOfType(fact.type), JSON.stringify(toCloudEvent(fact)), {
        msgID: fact.id,
        expect: { streamName: streamOf(this.service), lastSequence: tail.sequence + index },
        retries: 0,
      }),
    );
    const acknowledged = await allOrFirstFailure(stored);
    const last = acknowledged.at(-1);
    if (acknowledged.some(({ duplicate }) => duplicate)) return;
    this.tail = { sequence: last?.seq ?? tail.sequence, feedSeq: fresh.at(-1)?.feedSeq ?? tail.feedSeq };
  }

  async lastPublished(): Promise<number> {
    this.tail = await this.readTail(this.connected());
    return this.tail.feedSeq;
  }

  private connected(): NatsConnection {
    const { connected } = this.link;
    if (!connected) throw new Error('NATS is not connected; facts wait in the outbox.');
    return connected;
  }

  private async readTail(nats: NatsConnection): Promise<Tail> {
    const manager = await managerOf(nats);
    const { last_seq: sequence, messages } = await ensureStream(manager, this.service);
    // Emptied by hand: the numbers go on, the facts are gone.
    if (messages === 0) return { sequence, feedSeq: 0 };
    // The relay asks every second; as a rule nothing has changed.
    if (this.tail?.sequence === sequence) return this.tail;
    const last = await manager.streams.getMessage(streamOf(this.service), { seq: sequence });
    return { sequence, feedSeq: last ? factIn(last.data).feedSeq : 0 };
  }
}

/** Waits for all, so that no rejection goes unheard; then throws the first failure. */
async function allOrFirstFailure<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  const results = await Promise.allSettled(promises);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}
