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
import { standingsOf } from './standing.js';
import { Submission } from './submission.entity.js';
import { submissionView } from './submission.view.js';

@Controller()
export class SubmissionsHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Filling) private readonly filling: Filling,
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

  private async view(submission: Submission, call: Call): Promise<SubmissionView> {
    const [view] = await this.views([submission], call);
    return view!;
  }

  private async views(submissions: readonly Submission[], call: Call): Promise<SubmissionView[]> {
    const standings = await standingsOf(submissions, this.store);
    return submissions.map((submission) => submissionView(submission, standings.get(submission.id)!, call, this.clock.now()));
  }
}
