import { Controller, Inject } from '@nestjs/common';
import {
  CLOCK,
  reporting,
  SubmissionNotFound,
  type Call,
  type Clock,
  type InputOf,
  type OrganisationKind,
  type Submission as SubmissionView,
  type SubmissionValidation,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { unanswered } from '../added-sections/unanswered.js';
import { faultsBeforeSubmit, judge } from '../rules/judging.js';
import { askedOf } from './asked-of.js';
import { askingOf } from './asking.js';
import { Filling } from './filling.js';
import { Signing } from './signing.js';
import { Submission } from './submission.entity.js';
import { listed } from './listing.js';
import { standingsOf } from './standing.js';
import { viewsOf } from './views.js';

@Controller()
export class SubmissionsHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Filling) private readonly filling: Filling,
    @Inject(Signing) private readonly signing: Signing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(reporting.submissions)
  submissions(input: InputOf<typeof reporting.submissions>, call: Call) {
    return this.store.pageTogether(Submission, call, listed(input), (items) => viewsOf(items, this.store, call, this.clock.now()));
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

  @Handles(reporting.validateSubmission)
  async validateSubmission({ submissionId }: InputOf<typeof reporting.validateSubmission>, call: Call): Promise<SubmissionValidation> {
    const submission = await this.store.one(Submission, submissionId, call, SubmissionNotFound);
    const { terms: all } = (await standingsOf([submission], this.store)).get(submission.id)!;
    const [unit] = await this.store.read<{ kind: OrganisationKind }>(
      sql`select kind from organisation where id = ${submission.organisation}`,
    );
    const terms = askedOf(unit!.kind, all);
    const { approved: _, ...judgement } = await judge(submission, terms, askingOf(this.store));
    const faults = [
      ...faultsBeforeSubmit(submission, terms, judgement, call.language),
      ...(await unanswered(submission, askingOf(this.store), call.language)),
    ];
    return { faults, ...judgement };
  }

  @Handles(reporting.fetchSources)
  async fetchSources(input: InputOf<typeof reporting.fetchSources>, call: Call) {
    return this.view(await this.filling.fetch(input, call), call);
  }

  @Handles(reporting.fillInFields)
  async fillInFields(input: InputOf<typeof reporting.fillInFields>, call: Call) {
    return this.view(await this.filling.fillInFields(input, call), call);
  }

  @Handles(reporting.confirmUnchanged)
  async confirmUnchanged(input: InputOf<typeof reporting.confirmUnchanged>, call: Call) {
    return this.view(await this.filling.confirmUnchanged(input, call), call);
  }

  @Handles(reporting.nameSignatories)
  async nameSignatories(input: InputOf<typeof reporting.nameSignatories>, call: Call) {
    return this.view(await this.signing.name(input, call), call);
  }

  @Handles(reporting.submitSubmission)
  async submitSubmission(input: InputOf<typeof reporting.submitSubmission>, call: Call) {
    return this.view(await this.filling.submit(input, call), call);
  }

  private async view(submission: Submission, call: Call): Promise<SubmissionView> {
    const [view] = await viewsOf([submission], this.store, call, this.clock.now());
    return view!;
  }
}
