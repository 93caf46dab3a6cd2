import { callBy, CLOCK, serviceItself, subscriptions, type Clock, type Fact } from '@lianxue/contracts';
import { Sealer, Store, sql } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { changeOf } from '../federation/reading.js';
import { DeliveryFaults } from './delivery-faults.js';
import { Hearing, type Heard } from './hearing.js';
import { Ledger, type Due } from './ledger.js';
import { pauseAfter, windowMs } from './retry-schedule.js';
import { Sending, type Outcome } from './sending.js';
import { signedHeaders } from './signing.js';
import { SubscriptionRecord } from './subscription.entity.js';
import { subscriptionFacts } from './subscription.facts.js';

/** Events read by one statement. */
const batch = 100;
/** After so long somebody else's turn has come. */
const turnMs = 5_000;
/** What a receiver answers that wants no more. */
const gone = 410;

/** Delivers what one subscription hears, one event after the other: the next is sent when the one before it has arrived or is dead. */
@Injectable()
export class Delivering {
  constructor(
    private readonly store: Store,
    private readonly hearing: Hearing,
    private readonly ledger: Ledger,
    private readonly sending: Sending,
    private readonly sealer: Sealer,
    private readonly faults: DeliveryFaults,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A turn of one subscription: until it has nothing more, an attempt fails, somebody changes it, or its time is up. */
  async serve(due: Due, over: AbortSignal): Promise<void> {
    const row = await this.store.first(SubscriptionRecord, sql`t.id = ${due.subscription}`, byItself);
    if (!row || row.version !== due.version) return;
    const { course } = due;
    const { rows, end } = await this.hearing.next(row, { ...course, limit: batch });
    const until = Date.now() + turnMs;
    for (const heard of rows) {
      if (over.aborted || !(await this.deliver(row, due, heard, over)) || Date.now() > until) return;
    }
    if (end > course.after || course.redelivery !== undefined) await this.ledger.passed(row.id, course, end);
  }

  /** One attempt; answers whether to go on. */
  private async deliver(row: SubscriptionRecord, due: Due, heard: Heard, over: AbortSignal): Promise<boolean> {
    const outcome = await this.send(row, heard.fact, over);
    // Whether it arrived is unknown; whoever takes over sends it again.
    if (over.aborted && !outcome.delivered) return false;
    const at = this.clock.now();
    const failures = outcome.delivered ? 0 : due.failures + 1;
    const isDead = !outcome.delivered && outcome.status !== gone && this.hasHadItsTime(due, heard, at);
    const dueAt = outcome.delivered || outcome.status === gone ? at : new Date(at.getTime() + pauseAfter(failures));
    const same = await this.ledger.attempted({ subscription: row.id, course: due.course, heard, outcome, at, dueAt, isDead }, row.version);
    if (outcome.status === gone) await this.disable(row);
    return same && outcome.delivered;
  }

  async send(row: SubscriptionRecord, fact: Fact, over?: AbortSignal, withinMs?: number): Promise<Outcome> {
    const fault = await this.faults.next(row.client);
    if (fault) return { delivered: false, status: fault.status, error: 'status' };
    const body = JSON.stringify(changeOf(fact));
    const headers = {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'user-agent': 'Lianxue-Webhooks/1',
      ...signedHeaders(this.secretsOf(row), fact.id, this.clock.now(), body),
    };
    const outcome = await this.sending.send(
      { url: row.url, headers, body },
      { ...(over && { over }), ...(withinMs !== undefined && { withinMs }) },
    );
    if (outcome.delivered) this.faults.arrived(row.client);
    return outcome;
  }

  /** Tried for the whole window, counted from when it came, was asked for again, or its receiver began to fail, whichever was last. */
  private hasHadItsTime({ course, failingSince }: Due, { fact }: Heard, at: Date): boolean {
    const began = Math.max(course.requestedAt?.getTime() ?? Date.parse(fact.time), failingSince?.getTime() ?? at.getTime());
    return at.getTime() - began >= windowMs;
  }

  /** The new secret first; the one before it for as long as it was promised. */
  private secretsOf({ secret, previousSecret, previousUntil }: SubscriptionRecord): string[] {
    const sealed = previousSecret && previousUntil && previousUntil > this.clock.now() ? [secret, previousSecret] : [secret];
    return sealed.map((each) => this.sealer.open(each));
  }

  private async disable({ id }: SubscriptionRecord): Promise<void> {
    await this.store.commit({ ...byItself, deadline: Date.now() + 5_000 }, async (work) => {
      const [row] = await work.all(SubscriptionRecord, sql`t.id = ${id} and t.state = 'active'`);
      if (row) await work.update(Object.assign(row, { state: 'disabled' as const }), subscriptionFacts.disabled);
    });
  }
}

/** The gateway acting by itself, with all the time it takes. */
const byItself = callBy(serviceItself('gateway'), subscriptions.pauseSubscription, { deadline: Infinity });
