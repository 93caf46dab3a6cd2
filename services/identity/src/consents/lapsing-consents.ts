import { CLOCK, type Clock } from '@lianxue/contracts';
import { Rounds, sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { ownCall } from '../itself.js';
import { Consent } from './consent.entity.js';
import { endConsents } from './ending-consents.js';

const everyMs = 60_000;

/** Consents ended in one transaction, which may last two seconds. */
const batch = 200;

/**
 * Ends consents whose day has come, so that their end is told. Nothing is read by them from that moment on, whenever this comes by:
 * each read judges for itself. Several replicas at it do no harm: each locks what it ends.
 */
@Injectable()
export class LapsingConsents extends Rounds {
  constructor(
    private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super(everyMs);
  }

  /** Answers how many consents it ended. */
  round(): Promise<number> {
    return this.inBatches(batch, () => this.endSome());
  }

  private endSome(): Promise<number> {
    const now = this.clock.now();
    return this.store.commit(ownCall(), async (work) => {
      const due = await work.all(Consent, sql`t.state = 'given' and t.due <= ${now}`, batch);
      const isOver = ({ until }: Consent) => until !== null && until <= now;
      await endConsents(due.filter(isOver), 'until', now, work);
      await endConsents(
        due.filter((consent) => !isOver(consent)),
        'birthday',
        now,
        work,
      );
      return due.length;
    });
  }
}
