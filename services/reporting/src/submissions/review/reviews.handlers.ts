import { Controller, Inject } from '@nestjs/common';
import { CLOCK, reporting, SubmissionNotFound, type Call, type Clock, type InputOf } from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Submission } from '../submission.entity.js';
import { viewsOf } from '../views.js';
import { Correcting } from './correcting.js';
import { outcomesView } from './outcomes.view.js';
import { Reviewing } from './reviewing.js';
import { trailOf } from './trail.js';

@Controller()
export class ReviewsHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Reviewing) private readonly reviewing: Reviewing,
    @Inject(Correcting) private readonly correcting: Correcting,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(reporting.returnSubmission)
  async returnSubmission(input: InputOf<typeof reporting.returnSubmission>, call: Call) {
    return this.view(await this.reviewing.return(input, call), call);
  }

  @Handles(reporting.approveSubmission)
  async approveSubmission(input: InputOf<typeof reporting.approveSubmission>, call: Call) {
    return this.view(await this.reviewing.approve(input, call), call);
  }

  @Handles(reporting.approveSubmissions)
  async approveSubmissions(input: InputOf<typeof reporting.approveSubmissions>, call: Call) {
    return outcomesView(await this.reviewing.approveAll(input, call));
  }

  @Handles(reporting.approveUnremarkable)
  async approveUnremarkable(input: InputOf<typeof reporting.approveUnremarkable>, call: Call) {
    return outcomesView(await this.reviewing.approveUnremarkable(input, call));
  }

  @Handles(reporting.returnSubmissions)
  async returnSubmissions(input: InputOf<typeof reporting.returnSubmissions>, call: Call) {
    return outcomesView(await this.reviewing.returnAll(input, call));
  }

  @Handles(reporting.openCorrection)
  async openCorrection(input: InputOf<typeof reporting.openCorrection>, call: Call) {
    return this.view(await this.correcting.open(input, call), call);
  }

  @Handles(reporting.withdrawCorrection)
  async withdrawCorrection(input: InputOf<typeof reporting.withdrawCorrection>, call: Call) {
    return this.view(await this.correcting.withdraw(input, call), call);
  }

  @Handles(reporting.recordSealedCopy)
  async recordSealedCopy(input: InputOf<typeof reporting.recordSealedCopy>, call: Call) {
    return this.view(await this.correcting.seal(input, call), call);
  }

  @Handles(reporting.reviewTrail)
  async reviewTrail({ submissionId }: InputOf<typeof reporting.reviewTrail>, call: Call) {
    const { id } = await this.store.one(Submission, submissionId, call, SubmissionNotFound);
    return { items: await trailOf(id, this.store) };
  }

  private async view(submission: Submission, call: Call) {
    const [view] = await viewsOf([submission], this.store, call, this.clock.now());
    return view!;
  }
}
