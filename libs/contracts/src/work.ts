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
      name: '一、开期之前 Before the period opens',
      operations: [reporting.dataSets, reporting.dataSet, reporting.form, reporting.periods, reporting.period],
    },
    {
      name: '二、审核 Review',
      operations: [
        reporting.submissions,
        reporting.approveUnremarkable,
        reporting.submission,
        reporting.reviewTrail,
        reporting.returnSubmission,
        reporting.returnSubmissions,
        reporting.approveSubmission,
        reporting.approveSubmissions,
        reporting.recordSealedCopy,
        reporting.openCorrection,
      ],
    },
    { name: '三、汇总 Figures', operations: [reporting.rollUp] },
  ],
};
