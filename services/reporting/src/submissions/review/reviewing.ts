import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, SubmissionNotFound, submissionFacts, type Call, type Clock, type InputOf, type reporting } from '@lianxue/contracts';
import { Store, type Work } from '@lianxue/persistence';
import { addToSummary } from '../../figures/summary.js';
import { standingsWithin } from '../standing.js';
import { Submission } from '../submission.entity.js';
import { decide, type Decision } from './deciding.js';
import { keep } from './trail.js';

/** An authority returns a submission with reasons, or approves it: on to the level above, or into the roll-up. */
@Injectable()
export class Reviewing {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  return({ submissionId, ...decision }: InputOf<typeof reporting.returnSubmission>, call: Call): Promise<Submission> {
    return this.store.commit(call, (work) => this.decide(submissionId, { move: 'return', ...decision }, call, work));
  }

  approve({ submissionId, ...decision }: InputOf<typeof reporting.approveSubmission>, call: Call): Promise<Submission> {
    return this.store.commit(call, (work) => this.decide(submissionId, { move: 'approve', ...decision }, call, work));
  }

  private async decide(id: string, decision: Decision, { caller }: Call, work: Work): Promise<Submission> {
    const submission = await work.target(Submission, id, SubmissionNotFound);
    const standing = (await standingsWithin([submission], work, true)).get(id)!;
    const { happened, step } = decide(submission, decision, standing, caller, this.clock.now());
    await keep([step], work);
    const decided = await work.update(submission, happened);
    if (happened === submissionFacts.approved) await addToSummary(decided.form, [decided], work);
    return decided;
  }
}
