import { Controller, Inject } from '@nestjs/common';
import {
  CLOCK,
  reporting,
  SubmissionNotFound,
  type Call,
  type Clock,
  type InputOf,
  type Submission as SubmissionView,
} from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Filling } from './filling.js';
import { Reviewing } from './reviewing.js';
import { trailOf } from './review-trail.js';
import { Submission } from './submission.entity.js';
import { submissionView } from './submission.view.js';
import { termsOf } from './terms.js';

@Controller()
export class SubmissionsHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Filling) private readonly filling: Filling,
    @Inject(Reviewing) private readonly reviewing: Reviewing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(reporting.submissions)
  async submissions({ period, organisation, status, limit, cursor }: InputOf<typeof reporting.submissions>, call: Call) {
    const where = allOf(
      period !== undefined && sql`t.period = ${period}`,
      organisation !== undefined && sql`t.organisation = ${organisation}`,
      status !== undefined && sql`t.status = ${status}`,
    );
    const { items, next } = await this.store.page(Submission, call, { where, limit, cursor }, (submission) => submission);
    return { items: await this.views(items, call), ...(next !== undefined && { next }) };
  }

  @Handles(reporting.submission)
  async submission({ submissionId }: InputOf<typeof reporting.submission>, call: Call) {
    return this.view(await this.store.one(Submission, submissionId, call, SubmissionNotFound), call);
  }

  @Handles(reporting.beginSubmission)
  async beginSubmission(input: InputOf<typeof reporting.beginSubmission>, call: Call) {
    return this.view(await this.filling.begin(input, call), call);
  }

  @Handles(reporting.fillInSubmission)
  async fillInSubmission(input: InputOf<typeof reporting.fillInSubmission>, call: Call) {
    return this.view(await this.filling.fillIn(input, call), call);
  }

  @Handles(reporting.submitSubmission)
  async submitSubmission(input: InputOf<typeof reporting.submitSubmission>, call: Call) {
    return this.view(await this.filling.submit(input, call), call);
  }

  @Handles(reporting.returnSubmission)
  async returnSubmission(input: InputOf<typeof reporting.returnSubmission>, call: Call) {
    return this.view(await this.reviewing.return(input, call), call);
  }

  @Handles(reporting.approveSubmission)
  async approveSubmission(input: InputOf<typeof reporting.approveSubmission>, call: Call) {
    return this.view(await this.reviewing.approve(input, call), call);
  }

  @Handles(reporting.reviewTrail)
  async reviewTrail({ submissionId }: InputOf<typeof reporting.reviewTrail>, call: Call) {
    const { id } = await this.store.one(Submission, submissionId, call, SubmissionNotFound);
    return { items: await trailOf(id, this.store) };
  }

  private async view(submission: Submission, call: Call): Promise<SubmissionView> {
    const [view] = await this.views([submission], call);
    return view!;
  }

  private async views(submissions: readonly Submission[], { caller }: Call): Promise<SubmissionView[]> {
    const terms = await termsOf(
      this.store,
      submissions.map(({ period }) => period),
    );
    return submissions.map((submission) => submissionView(submission, terms.get(submission.period)!.windows, caller, this.clock.now()));
  }
}
