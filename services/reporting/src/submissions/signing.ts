import { Inject, Injectable } from '@nestjs/common';
import { submissionFacts, SubmissionNotFound, type Call, type InputOf, type reporting } from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { Submission } from './submission.entity.js';

/** Whose names stand below the printed submission. */
@Injectable()
export class Signing {
  constructor(@Inject(Store) private readonly store: Store) {}

  name({ submissionId, ...signatories }: InputOf<typeof reporting.nameSignatories>, call: Call): Promise<Submission> {
    return this.store.commit(call, async (work) => {
      const submission = await work.target(Submission, submissionId, SubmissionNotFound);
      submission.signatories = signatories;
      return work.update(submission, submissionFacts.signatories_named);
    });
  }
}
