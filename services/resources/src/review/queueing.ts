import { Inject, Injectable } from '@nestjs/common';
import {
  CLOCK,
  dayInBeijing,
  reviewingRoles,
  type Call,
  type Clock,
  type InputOf,
  type Page,
  type Resource,
  type resources,
} from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { ResourceEntity } from '../catalogue/resource.entity.js';
import { Showing } from '../catalogue/showing.js';
import { mayDecide } from './entitled.js';

/** Reviewers see what waits for them: a step of a review, or a re-check. */
@Injectable()
export class Queueing {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(Showing) private readonly showing: Showing,
  ) {}

  async page(asked: InputOf<typeof resources.reviewQueue>, call: Call): Promise<Page<Resource>> {
    const { what, mine, overdue, stage, subject, limit, cursor } = asked;
    const now = this.clock.now();
    const here = this.atOrBelow(call);
    const where = allOf(
      what === 'review'
        ? sql`t.review_state = 'submitted' and ${here('t.review_at')}`
        : sql`exists (select 1 from standing s where s.resource = t.id and s.status = 'published' and s.recheck_on <= ${dayInBeijing(now)}::date
              and ${mine === 'true' ? sql`s.organisation = ${call.caller.organisation}::uuid` : here('s.organisation')})`,
      what === 'review' && mine === 'true' && (isReviewer(call) ? mayDecide(call.caller) : sql`false`),
      what === 'review' && overdue === 'true' && sql`t.review_due < ${now}`,
      stage !== undefined && sql`t.stage = ${stage}`,
      subject !== undefined && sql`t.subject = ${subject}`,
    );
    return this.store.pageTogether(ResourceEntity, call, { where, limit, cursor, order: [{ column: 'id' }] }, (rows) =>
      this.showing.all(rows, call),
    );
  }

  /** A resource is reached where it belongs; what waits at a tier above is no work of those below. */
  private atOrBelow({ caller }: Call) {
    return (column: 't.review_at' | 's.organisation') => {
      const at = column === 't.review_at' ? sql`t.review_at` : sql`s.organisation`;
      return sql`exists (select 1 from organisation at join organisation acting on acting.id = ${caller.organisation}::uuid
        where at.id = ${at} and at.path <@ acting.path)`;
    };
  }
}

const isReviewer = ({ caller }: Call): boolean => caller.kind === 'person' && reviewingRoles.some((role) => role === caller.role);
