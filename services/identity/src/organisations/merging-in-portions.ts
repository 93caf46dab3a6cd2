import { identity, type Call, type InputOf } from '@lianxue/contracts';
import { Jobs, Store, type JobKind, type Outcome, type RunningJob, type Work } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { isEntitled } from '../importing/entitled.js';
import { Revocations, type Revoked } from '../signing-in/revocations.js';
import { countAll, Merging, refuseMerging } from './merging.js';

type Order = InputOf<typeof identity.mergeLargeOrganisation>;

/** Rows of one portion: as many as pass over well within the 2 s of a transaction, on a busy machine too. */
const portion = 500;

/**
 * Merges an organisation of any size, as a job. What has passed over no longer names the merged one, so that every step simply takes what comes
 * first, whoever was there before it; the last is an ordinary merger, of what is left.
 */
@Injectable()
export class MergingInPortions implements JobKind {
  readonly kind = 'organisations.merge';
  readonly operation = identity.mergeLargeOrganisation;

  constructor(
    private readonly jobs: Jobs,
    private readonly store: Store,
    private readonly merging: Merging,
    private readonly revocations: Revocations,
  ) {
    jobs.serve(this);
  }

  isEntitled = isEntitled;

  order({ organisationId, into }: Order, call: Call) {
    return this.store.commit(call, async (work) => {
      const { row } = await this.merging.mergeable(organisationId, into, work);
      await refuseMerging(row.id, work);
      return this.jobs.order(this, row.id, { organisationId: row.id, into }, work, call);
    });
  }

  async run(job: RunningJob): Promise<Outcome> {
    const order = job.input as unknown as Order;
    if (job.cursor !== 'merged') {
      while ((await this.step(order, job)) === portion);
      await this.finish(order, job);
    }
    return { result: { organisation: order.organisationId, successor: order.into, rows: job.done } };
  }

  private step({ organisationId, into }: Order, job: RunningJob): Promise<number> {
    return this.commit(job, async (work, revoke) => {
      const pair = await this.merging.mergeable(organisationId, into, work);
      if (job.cursor === null) await job.advance(work, { cursor: 'begun', total: await countAll(organisationId, into, work) });
      const passed = await this.merging.passSome(pair, portion, work, revoke);
      await job.advance(work, { done: job.done + passed });
      return passed;
    });
  }

  private finish({ organisationId, into }: Order, job: RunningJob): Promise<void> {
    return this.commit(job, async (work, revoke) => {
      await this.merging.finish(await this.merging.mergeable(organisationId, into, work), work, revoke);
      await job.advance(work, { cursor: 'merged' });
    });
  }

  private commit<T>(job: RunningJob, rule: (work: Work, revoke: (revoked: Revoked) => void) => Promise<T>): Promise<T> {
    return this.revocations.commit(job.call(), async (work, revoke) => {
      await job.hold(work);
      return rule(work, revoke);
    });
  }
}
