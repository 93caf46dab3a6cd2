import type { AnyOperation } from './machinery/operation.js';
import { reporting } from './reporting/reporting.contract.js';
import type { Role } from './roles.js';

/** One step of a role's work: what it is called, and the operations it takes, in the order they are used. */
export interface WorkStep {
  /** In Chinese and English, as the heading of a chapter. */
  readonly name: string;
  readonly operations: readonly AnyOperation[];
}

/**
 * What a role does from the first day to the last, in that order. The page `/docs?role=` reads like it, and so do the guides
 * in `docs/guides`; a role without an entry sees all it may call, by subject.
 */
export const work: Partial<Record<Role, readonly WorkStep[]>> = {
  countyReviewer: [
    {
      name: '一、开期：填什么，到几时 What is filled in, and until when',
      operations: [
        reporting.dataSets,
        reporting.form,
        reporting.periods,
        reporting.periodWindows,
        reporting.grantException,
        reporting.exceptions,
      ],
    },
    {
      name: '二、催报：谁还没有报 Who has not reported',
      operations: [reporting.completion, reporting.units, reporting.overdueUnits, reporting.urge],
    },
    {
      name: '三、审核 Review',
      operations: [
        reporting.submissions,
        reporting.submission,
        reporting.approveUnremarkable,
        reporting.returnSubmission,
        reporting.returnSubmissions,
        reporting.approveSubmission,
        reporting.approveSubmissions,
        reporting.reviewTrail,
      ],
    },
    {
      name: '四、收尾 Afterwards',
      operations: [reporting.recordSealedCopy, reporting.submissionPaper, reporting.openCorrection],
    },
    {
      name: '五、数据 Figures',
      operations: [reporting.rollUp, reporting.figures, reporting.figureUnits, reporting.takeSnapshot],
    },
  ],
};
