import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { BodyTooLarge, OutcomeUnknown, ServiceUnavailable, TimedOut } from '@lianxue/contracts';
import type { Msg, NatsConnection } from '@nats-io/transport-node';
import type { NatsLink } from '../process/nats-link.js';
import { Calls, deadlineOf, isRead, refusedAnswer, type CallAnswer, type CallRequest } from './call.js';
import { element, encodeFrame, readFrame, type Element } from './frame.js';
import { callSubject, maxBodyBytes, type AnswerHead } from './heads.js';
import { Outbox } from './outbox.js';

/** How late a timeout may be noticed; one sweep for all calls is far cheaper than a timer for each. */
const sweepEveryMs = 100;

interface Pending extends Element {
  readonly id: number;
  readonly service: string;
  readonly read: boolean;
  readonly deadline: number;
  readonly outbox: Outbox<Pending>;
  /** The frame it left in; a no-responders status names it. */
  frame: number;
  resolve(answer: CallAnswer): void;
}

/** Calls operations of services over NATS: one inbox, one table of pending calls, one sweep for timeouts. */
@Injectable()
export class WireCalls extends Calls implements OnApplicationShutdown {
  private readonly pending = new Map<number, Pending>();
  private readonly outboxes = new Map<string, Outbox<Pending>>();
  private readonly sweeper = setInterval(() => this.sweep(), sweepEveryMs).unref();
  private lastId = 0;
  private lastFrame = 0;

  constructor(private readonly link: NatsLink) {
    super();
    link.onConnected((nats) => this.listen(nats));
    link.onLost(() => this.lose());
    link.onDenied((subject) => this.mayNotCall(subject));
  }

  call(request: CallRequest): Promise<CallAnswer> {
    const now = Date.now();
    const deadline = deadlineOf(request, now);
    const { operation, body = '', ...head } = request;
    if (!this.link.connected) return Promise.resolve(refusedAnswer(ServiceUnavailable));
    if (deadline <= now) return Promise.resolve(refusedAnswer(TimedOut));
    const id = (this.lastId = (this.lastId + 1) & 0x3fffffff);
    const wire = element(JSON.stringify({ ...head, id, operation: operation.name, deadline }), body);
    if (wire.bodyBytes > maxBodyBytes) return Promise.resolve(refusedAnswer(BodyTooLarge));
    const outbox = this.outboxTo(operation.service);
    return new Promise((resolve) => {
      const { head, body, headBytes, bodyBytes } = wire;
      const call: Pending = {
        head,
        body,
        headBytes,
        bodyBytes,
        id,
        service: operation.service,
        read: isRead(operation),
        deadline,
        outbox,
        frame: 0,
        resolve,
      };
      outbox.outstanding++;
      this.pending.set(id, call);
      outbox.push(call);
    });
  }

  onApplicationShutdown(): void {
    clearInterval(this.sweeper);
  }

  private listen(nats: NatsConnection): void {
    nats.subscribe(`${this.link.inbox}.*`, { callback: (error, message) => (error ? undefined : this.receive(message)) });
  }

  private receive(message: Msg): void {
    if (message.headers?.code === 503) return this.nobodyServes(Number(message.subject.slice(message.subject.lastIndexOf('.') + 1)));
    readFrame(message.data, (text, body) => {
      const { id, status, ...head } = JSON.parse(text) as AnswerHead & { id: number; status: number };
      const call = this.pending.get(id);
      if (call) this.settle(call, { status, head, body });
    });
  }

  private nobodyServes(frame: number): void {
    for (const call of this.pending.values()) if (call.frame === frame) this.settle(call, refusedAnswer(ServiceUnavailable));
  }

  /** A service this process has no permission to call: see deploy/nats/permissions.conf. */
  private mayNotCall(subject: string): void {
    for (const call of this.pending.values())
      if (callSubject(call.service) === subject) this.settle(call, refusedAnswer(ServiceUnavailable));
  }

  /** The connection is gone, and with it the answers: a write may have happened. */
  private lose(): void {
    for (const call of this.pending.values()) this.settle(call, refusedAnswer(call.read ? ServiceUnavailable : OutcomeUnknown));
  }

  private sweep(): void {
    const now = Date.now();
    for (const call of this.pending.values())
      if (call.deadline <= now) this.settle(call, refusedAnswer(call.read ? TimedOut : OutcomeUnknown));
  }

  private settle(call: Pending, answer: CallAnswer): void {
    if (!this.pending.delete(call.id)) return;
    call.outbox.outstanding--;
    call.resolve(answer);
  }

  private outboxTo(service: string): Outbox<Pending> {
    let outbox = this.outboxes.get(service);
    if (!outbox) this.outboxes.set(service, (outbox = new Outbox((calls) => this.send(callSubject(service), calls))));
    return outbox;
  }

  private send(subject: string, calls: readonly Pending[]): void {
    const frame = (this.lastFrame = (this.lastFrame % 0x3fffffff) + 1);
    for (const call of calls) call.frame = frame;
    if (!this.link.publish(subject, encodeFrame(calls), `${this.link.inbox}.${frame}`)) this.nobodyServes(frame);
  }
}
