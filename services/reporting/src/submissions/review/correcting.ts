import { Inject, Injectable } from '@nestjs/common';
import {
  assertThat,
  CLOCK,
  CorrectionNotOpen,
  CorrectionUntilPast,
  dayInBeijing,
  refuse,
  SealedCopyTomorrow,
  submissionFacts,
  SubmissionNotFound,
  SubmissionNotHandedIn,
  SubmissionOutsideChain,
  type Call,
  type Clock,
  type InputOf,
  type reporting,
} from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { standingsWithin } from '../standing.js';
import { Submission } from '../submission.entity.js';
import { bringBack, stoodOf } from './stood.js';
import { keep, stepOf } from './trail.js';
import { objectionToCorrecting, objectionToWithdrawing } from './turn.js';

/** What comes after a submission was handed in: the paper with its seal, and a correction of what was approved. */
@Injectable()
export class Correcting {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Opens what was approved for another round. Until that is approved, the old figures count. */
  open({ submissionId, reason, until }: InputOf<typeof reporting.openCorrection>, call: Call): Promise<Submission> {
    return this.store.commit(call, async (work) => {
      const now = this.clock.now();
      const submission = await work.target(Submission, submissionId, SubmissionNotFound);
      const standing = (await standingsWithin([submission], work)).get(submissionId)!;
      const { values } = submission;
      submission.make('correct');
      const { organisation } = call.caller;
      const objection = objectionToCorrecting(submission, standing, organisation);
      if (objection) throw objection;
      if (Date.parse(until) <= now.getTime()) throw refuse(CorrectionUntilPast, { until });
      const { level } = standing.chain.find(({ id }) => id === organisation)!;
      await keep([stepOf(submission, { level, decision: 'reopened', caller: call.caller, at: now, why: reason })], work);
      Object.assign(submission, {
        correction: { reason, until, openedBy: organisation, values, stood: stoodOf(submission) },
        previous: values,
        reasons: [],
        note: null,
      });
      submission.round += 1;
      return work.update(submission, submissionFacts.reopened);
    });
  }

  /** Ends a correction that nobody has approved: what was approved stands again, as it was. The summary has had nothing else all the while. */
  withdraw({ submissionId, reason }: InputOf<typeof reporting.withdrawCorrection>, call: Call): Promise<Submission> {
    return this.store.commit(call, async (work) => {
      const submission = await work.target(Submission, submissionId, SubmissionNotFound);
      const standing = (await standingsWithin([submission], work)).get(submissionId)!;
      const { organisation } = call.caller;
      const stood = submission.correction?.stood;
      submission.make('withdraw');
      const objection = objectionToWithdrawing(submission, standing, organisation);
      if (objection) throw objection;
      if (!stood) throw refuse(CorrectionNotOpen);
      const { level } = standing.chain.find(({ id }) => id === organisation)!;
      const step = stepOf(submission, { level, decision: 'withdrawn', caller: call.caller, at: this.clock.now(), why: reason });
      await keep([step], work);
      bringBack(submission, stood);
      return work.update(submission, submissionFacts.correction_withdrawn);
    });
  }

  /** The printed submission has arrived with its seal, or has not after all. */
  seal({ submissionId, receivedOn }: InputOf<typeof reporting.recordSealedCopy>, call: Call): Promise<Submission> {
    return this.store.commit(call, async (work) => {
      const submission = await work.target(Submission, submissionId, SubmissionNotFound);
      const { chain } = (await standingsWithin([submission], work)).get(submissionId)!;
      assertThat(
        chain.some(({ id }) => id === call.caller.organisation),
        SubmissionOutsideChain,
      );
      assertThat(submission.status === 'submitted' || submission.status === 'approved', SubmissionNotHandedIn);
      const today = dayInBeijing(this.clock.now());
      assertThat(receivedOn === null || receivedOn <= today, SealedCopyTomorrow, { today });
      submission.sealedOn = receivedOn;
      return work.update(submission, submissionFacts.sealed);
    });
  }
}
