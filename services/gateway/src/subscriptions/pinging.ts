import { CLOCK, pingFacts, type Call, type Clock, type Fact } from '@lianxue/contracts';
import { newId } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Delivering } from './delivering.js';
import { Ledger } from './ledger.js';
import { Owning } from './owning.js';

/** Whoever asks waits for it; a call is answered within five seconds. */
const patienceMs = 3_500;

/** A signed test event, sent while its asker waits. */
@Injectable()
export class Pinging {
  constructor(
    private readonly owning: Owning,
    private readonly delivering: Delivering,
    private readonly ledger: Ledger,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async ping(subscription: string, call: Call) {
    const row = await this.owning.one(subscription, call);
    const { type, service, thing } = pingFacts.pinged;
    const fact: Fact = {
      id: newId(),
      type,
      service,
      thing,
      entity: row.id,
      version: row.version,
      organisation: row.organisation,
      actor: call.caller.kind === 'app' ? 'app' : 'person',
      time: this.clock.now().toISOString(),
      feedSeq: 0,
      data: { subscription: row.id, note: '联学向您问好 Greetings from Lianxue' },
    };
    const began = performance.now();
    const outcome = await this.delivering.send(row, fact, undefined, patienceMs);
    const milliseconds = Math.round(performance.now() - began);
    await this.ledger.pinged(row.id, fact, outcome, this.clock.now());
    return { ...outcome, milliseconds, event: fact.id };
  }
}
