import {
  assertThat,
  CLOCK,
  dayInBeijing,
  inBeijing,
  NationalEntryInFuture,
  submissionFacts,
  SubmissionNotFound,
  SubmissionNotSubmitted,
  type Call,
  type Clock,
  type InputOf,
  type reporting,
} from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Submission } from '../submissions/submission.entity.js';
import { fileName, FormsInExcel } from './forms-in-excel.js';
import { nationalInExcel } from './national-in-excel.js';
import { SheetFiles } from './sheet-files.js';

/** The same figures have to be entered in the national system by hand: what to copy from, and that it has been done. */
@Injectable()
export class NationalEntering {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(FormsInExcel) private readonly forms: FormsInExcel,
    @Inject(SheetFiles) private readonly files: SheetFiles,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async sheet(submissionId: string, call: Call): Promise<{ id: string; name: string }> {
    const submission = await this.store.one(Submission, submissionId, call, SubmissionNotFound);
    const form = await this.forms.of(submission);
    return this.store.commit(call, async (work) => {
      const bytes = await nationalInExcel(form, submission.nationalEntry);
      const file = await this.files.keep(`${fileName(form)}-国家系统`, bytes, call.caller);
      work.note('submission.national_sheet_made', submissionId, { file: file.id });
      return file;
    });
  }

  /** Notes the day; said again, the later word holds. */
  enter({ submissionId, on }: InputOf<typeof reporting.enterNationally>, call: Call): Promise<Submission> {
    return this.store.commit(call, async (work) => {
      const now = this.clock.now();
      const submission = await work.target(Submission, submissionId, SubmissionNotFound);
      assertThat(submission.status === 'submitted' || submission.status === 'approved', SubmissionNotSubmitted);
      assertThat(on <= dayInBeijing(now), NationalEntryInFuture);
      const { organisation = submission.organisation, role } = call.caller;
      submission.nationalEntry = { on, organisation, role, at: inBeijing(now) };
      return work.update(submission, submissionFacts.entered);
    });
  }
}
