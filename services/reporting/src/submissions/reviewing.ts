import { Inject, Injectable } from '@nestjs/common';
import {
  CLOCK,
  refuse,
  submissionFacts,
  SubmissionFieldUnknown,
  SubmissionNotFound,
  SubmissionWaitingLowerLevel,
  type Call,
  type Clock,
  type InputOf,
  type reporting,
} from '@lianxue/contracts';
import { Store, type Work } from '@lianxue/persistence';
import { addToSummary } from '../figures/summary.js';
import { reviewersAbove, type Reviewer } from './chain.js';
import { note } from './review-trail.js';
import { Submission } from './submission.entity.js';
import { termsWithin, type Terms } from './terms.js';

/** The authority above returns a submission with reasons, or approves it into the roll-up. */
@Injectable()
export class Reviewing {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  return({ submissionId, reasons, note: remark }: InputOf<typeof reporting.returnSubmission>, call: Call): Promise<Submission> {
    return this.store.commit(call, async (work) => {
      const { submission, terms } = await this.underReview(submissionId, 'return', call, work);
      const known = new Set(terms.indicators.map(({ code }) => code));
      const fields = reasons.map(({ field }) => field).filter((field) => !known.has(field));
      if (fields.length > 0) throw refuse(SubmissionFieldUnknown, { fields });
      Object.assign(submission, { reasons, note: remark ?? null, previous: submission.values });
      await this.decide(submission, 'returned', call, work);
      submission.round += 1;
      return work.update(submission, submissionFacts.returned);
    });
  }

  approve({ submissionId, note: remark }: InputOf<typeof reporting.approveSubmission>, call: Call): Promise<Submission> {
    return this.store.commit(call, async (work) => {
      const { submission } = await this.underReview(submissionId, 'approve', call, work);
      Object.assign(submission, { reasons: [], note: remark ?? null });
      await this.decide(submission, 'approved', call, work);
      const approved = await work.update(submission, submissionFacts.approved);
      await addToSummary(approved, work);
      return approved;
    });
  }

  /** The submission, once it is certain that it is this caller's turn to decide, and in time. */
  private async underReview(
    id: string,
    move: 'return' | 'approve',
    call: Call,
    work: Work,
  ): Promise<{ submission: Submission; terms: Terms }> {
    const submission = await work.target(Submission, id, SubmissionNotFound);
    submission.make(move);
    const reviewer = await turnOf(submission, work);
    if (reviewer && reviewer.id !== call.caller.organisation)
      throw refuse(SubmissionWaitingLowerLevel, { reviewer: reviewer.name, level: reviewer.level });
    if (reviewer) Object.assign(submission, { reviewer: reviewer.id, level: reviewer.level });
    const terms = await termsWithin(work, submission.period, true);
    terms.windows.holdOpenFor(submission.level ?? 'county', this.clock.now());
    return { submission, terms };
  }

  private decide(submission: Submission, decision: 'returned' | 'approved', { caller }: Call, work: Work): Promise<void> {
    submission.decidedAt = this.clock.now();
    return note({ submission, level: submission.level ?? 'county', decision, caller, at: submission.decidedAt }, work);
  }
}

/** Whose turn it is: the reviewer of the day it was submitted or, when the school has since moved away from it, the one above it now. */
async function turnOf({ organisation, reviewer }: Submission, work: Work): Promise<Reviewer | undefined> {
  const above = await reviewersAbove(organisation, work);
  return above.find(({ id }) => id === reviewer) ?? above[0];
}
