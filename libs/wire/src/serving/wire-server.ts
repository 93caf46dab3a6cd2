import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import type { Msg, NatsConnection, Subscription } from '@nats-io/transport-node';
import { ServiceUnavailable } from '@lianxue/contracts';
import { refusedAnswer } from '../calls/call.js';
import { element, encodeFrame, readFrame, type Element } from '../calls/frame.js';
import { callSubject, type CallHead } from '../calls/heads.js';
import { Outbox } from '../calls/outbox.js';
import type { NatsLink } from '../process/nats-link.js';
import type { Conditions } from '../process/readiness.js';
import type { Revocations } from '../tokens/revocations.js';
import type { Answer } from './answer.js';
import type { Dispatcher } from './dispatcher.js';

/** What one process works on at once; beyond it a caller does better to come back than to wait. */
const mostUnderWay = 1_000;
/** How long calls in flight may take when the process ends; a supervisor kills after 30 s. */
const drainMs = 20_000;

/**
 * Serves a service's operations over NATS, as a Nest transport: Nest finds and wires the controllers, the {@link Dispatcher}
 * calls them directly, because Nest's own pipeline costs more than the rest of the way.
 */
@Injectable()
export class WireServer extends Server implements CustomTransportStrategy {
  private readonly log = new Logger('Wire');
  private readonly outboxes = new Map<string, Outbox<Element>>();
  private subscriptions: Subscription[] = [];
  private underWay = 0;

  constructor(
    private readonly link: NatsLink,
    private readonly services: readonly string[],
    private readonly dispatcher: Dispatcher,
    private readonly revocations: Revocations,
    private readonly conditions: Conditions,
  ) {
    super();
  }

  /** Waits until revocations are known, then subscribes: before that a removed right might still be served. */
  async listen(served: () => void): Promise<void> {
    this.conditions.require(
      'calls',
      () => this.subscriptions.length > 0 && this.subscriptions.every((subscription) => !subscription.isClosed()),
    );
    const nats = await this.link.ready();
    await this.revocations.known();
    this.subscriptions = this.services.map((service) => this.subscribe(nats, service));
    await nats.flush();
    this.log.log(`Serving ${this.services.join(', ')}`);
    served();
  }

  /** Takes no more calls, finishes those in flight, sends their answers. */
  async close(): Promise<void> {
    this.conditions.stop();
    const { connected } = this.link;
    const until = Date.now() + drainMs;
    // Drained, not just unsubscribed: what NATS has already handed over must still be answered.
    if (connected)
      await Promise.race([Promise.all(this.subscriptions.map((each) => each.drain())), delay(2_000, undefined, { ref: false })]).catch(
        () => undefined,
      );
    while (this.underWay > 0 && Date.now() < until) await delay(10);
    if (this.underWay > 0) this.log.error(`${this.underWay} calls did not end within ${drainMs / 1000} s`);
    await new Promise((resolve) => setImmediate(resolve));
    await this.link.connected?.flush().catch(() => undefined);
  }

  on(): void {
    // Nest's transport events have no counterpart here: NatsLink tells of the connection.
  }

  unwrap<T>(): T {
    return this.link.connected as T;
  }

  private subscribe(nats: NatsConnection, service: string): Subscription {
    return nats.subscribe(callSubject(service), {
      queue: service,
      callback: (error, message) => (error ? this.log.error(error) : this.receive(message)),
    });
  }

  private receive({ data, reply }: Msg): void {
    if (!reply?.startsWith('_WIRE.')) return;
    const outbox = this.outboxTo(`${reply.slice(0, reply.lastIndexOf('.'))}.0`);
    try {
      readFrame(data, (head, body) => void this.serve(outbox, JSON.parse(head) as CallHead, body));
    } catch (error) {
      this.log.error(error);
    }
  }

  private async serve(outbox: Outbox<Element>, { id, ...head }: CallHead, body: Uint8Array): Promise<void> {
    // Nobody waits for it any more.
    if (!(head.deadline > Date.now())) return;
    outbox.outstanding++;
    const answer = this.underWay >= mostUnderWay ? refusedAnswer(ServiceUnavailable) : await this.counted(head, body);
    outbox.push(element(JSON.stringify({ id, status: answer.status, ...answer.head }), answer.body));
    outbox.outstanding--;
  }

  private async counted(head: Omit<CallHead, 'id'>, body: Uint8Array): Promise<Answer> {
    this.underWay++;
    try {
      return await this.dispatcher.serve(head, body);
    } finally {
      this.underWay--;
    }
  }

  /** Callers come and go with their processes; those that have gone are forgotten with the rest when there are too many. */
  private outboxTo(inbox: string): Outbox<Element> {
    let outbox = this.outboxes.get(inbox);
    if (outbox) return outbox;
    if (this.outboxes.size > 1_000) this.outboxes.clear();
    this.outboxes.set(inbox, (outbox = new Outbox((answers) => this.link.publish(inbox, encodeFrame(answers)))));
    return outbox;
  }
}
