import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { AckPolicy, DeliverPolicy, jetstream, type ConsumerMessages, type JsMsg } from '@nats-io/jetstream';
import { nanos, type NatsConnection } from '@nats-io/transport-node';
import type { Fact, Follower, Once } from '@lianxue/contracts';
import type { NatsLink } from '../process/nats-link.js';
import { tellingOf } from '../process/log.js';
import { factIn } from './cloud-event.js';
import { managerOf, streamOf, subjectOfType } from './streams.js';

/** Messages handed over and not yet acknowledged; bounds memory behind a slow follower. */
const mostPending = 64;
/** A fact that takes longer is tried again later, so that the others need not wait. */
const patienceMs = 2_000;
/** Waits before the next try; after the last the fact is buried. */
const backoffMs = [1_000, 2_000, 5_000, 15_000, 60_000, 120_000, 300_000];
/** After a process died, what it held is delivered anew within this; what waits its turn here is reported as being worked on. */
const ackWaitMs = 10_000;
const workingEveryMs = 3_000;
/** A pull request lives this long; a lost stream or consumer is noticed within it. */
const pullMs = 10_000;
const retryLoopMs = 1_000;

/** Delivers the facts of one service to one follower through the inbox: in order, at least once by JetStream, once by the inbox. */
export class Delivery {
  private readonly log = new Logger('Delivery');
  private readonly consumer: string;
  private readonly types: readonly RegExp[];
  private messages: ConsumerMessages | undefined;
  /** Delivered here and waiting for its turn, in order. */
  private readonly waiting = new Set<JsMsg>();
  private turn: Promise<void> = Promise.resolve();
  private ended = false;

  constructor(
    private readonly link: NatsLink,
    private readonly once: Once,
    private readonly follower: Follower,
    /** The service whose facts these are. */
    private readonly source: string,
    private readonly backoff: readonly number[] = backoffMs,
  ) {
    this.consumer = `${link.service}_${follower.name}`;
    this.types = follower.types.map(patternOf);
  }

  start(): void {
    void this.run();
  }

  /** Finishes the fact in hand, gives back what waits, takes no more. */
  async stop(): Promise<void> {
    this.ended = true;
    this.messages?.stop();
    await this.turn;
  }

  /** The stream may not exist yet, may be lost and made again: the consumer is made anew each time. */
  private async run(): Promise<void> {
    const nats = await this.link.ready();
    while (!this.ended) {
      try {
        if (this.link.connected) await this.consume(nats);
      } catch (error) {
        this.log.debug(`${this.consumer} of ${this.source}: ${String(error)}`);
      }
      if (!this.ended) await delay(retryLoopMs, undefined, { ref: false });
    }
  }

  private async consume(nats: NatsConnection): Promise<void> {
    const manager = await managerOf(nats);
    const stream = streamOf(this.source);
    await manager.consumers.add(stream, {
      durable_name: this.consumer,
      filter_subject: commonSubject(this.follower.types.filter((type) => type.startsWith(`cn.lianxue.${this.source}.`))),
      ack_policy: AckPolicy.Explicit,
      deliver_policy: DeliverPolicy.All,
      ack_wait: nanos(ackWaitMs),
      max_ack_pending: mostPending,
    });
    const consumer = await jetstream(nats).consumers.get(stream, this.consumer);
    this.messages = await consumer.consume({
      max_messages: mostPending,
      expires: pullMs,
      abort_on_missing_resource: true,
      callback: (message) => this.take(message),
    });
    // Stopped while it was being made.
    if (this.ended) this.messages.stop();
    const working = setInterval(() => this.waiting.forEach((message) => message.working()), workingEveryMs);
    await this.messages.closed();
    clearInterval(working);
  }

  private take(message: JsMsg): void {
    this.waiting.add(message);
    this.turn = this.turn.then(async () => {
      if (this.ended) message.nak();
      else await this.deliver(message);
      this.waiting.delete(message);
    });
  }

  private async deliver(message: JsMsg): Promise<void> {
    const fact = this.read(message);
    if (!fact) return message.term();
    if (!this.types.some((type) => type.test(fact.type)) || this.follower.concerns?.(fact) === false) return message.ack();
    try {
      await within(
        patienceMs,
        this.once.once(this.consumer, fact, (statements) => this.follower.apply(fact, statements)),
      );
      message.ack();
    } catch (error) {
      await this.tryLater(message, fact, error);
    }
  }

  private read(message: JsMsg): Fact | undefined {
    try {
      return factIn(message.data);
    } catch (error) {
      this.log.error({ msg: 'unreadable message', consumer: this.consumer, sequence: message.seq, err: tellingOf(error) });
      return undefined;
    }
  }

  private async tryLater(message: JsMsg, fact: Fact, error: unknown): Promise<void> {
    const { deliveryCount } = message.info;
    const about = { consumer: this.consumer, fact: fact.id, type: fact.type, tries: deliveryCount, traceparent: fact.traceparent };
    const wait = this.backoff[deliveryCount - 1];
    if (wait !== undefined) {
      this.log.warn({ msg: 'a fact could not be applied; trying again', ...about, inSeconds: wait / 1000, err: tellingOf(error) });
      return message.nak(wait);
    }
    this.log.error({ msg: 'a fact could not be applied; buried', ...about, err: tellingOf(error) });
    try {
      await this.once.bury?.(this.consumer, fact, error instanceof Error ? error.message : String(error));
      message.term();
    } catch {
      // Not even its burial could be stored: the database is away, the fact must not be lost.
      message.nak(this.backoff.at(-1));
    }
  }
}

/** The services a follower listens to. */
export const sourcesOf = ({ types }: Follower): string[] => [...new Set(types.map((type) => subjectOfType(type).split('.')[2]!))];

/** One subject that covers all types: servers before 2.10 take one filter for a consumer, the rest is sorted out here. */
export function commonSubject(types: readonly string[]): string {
  const subjects = types.map((type) => subjectOfType(type).split('.'));
  const common: string[] = [];
  for (let index = 0; subjects.some((each) => index < each.length); index++) {
    const tokens = new Set(subjects.map((each) => each[index] ?? '>'));
    if (tokens.has('>')) return [...common, '>'].join('.');
    common.push(tokens.size === 1 ? [...tokens][0]! : '*');
  }
  return common.join('.');
}

/** A pattern of types as NATS understands subjects: `*` is one word, `>` at the end all that follow. */
const patternOf = (type: string): RegExp => new RegExp(`^${type.replaceAll('.', '\\.').replaceAll('*', '[^.]+').replace(/>$/, '.+')}$`);

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error(`took longer than ${ms / 1000} s`)), ms)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
