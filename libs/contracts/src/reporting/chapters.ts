import { addedSectionOperations } from './added-sections.operations.js';
import { attachmentOperations } from './attachments.operations.js';
import { bulletinOperations } from './bulletins.operations.js';
import { calendarOperations } from './calendars.operations.js';
import { assessmentOperations } from './assessments.operations.js';
import { countySheetOperations } from './county-sheets.operations.js';
import { completionOperations } from './completion.operations.js';
import { dataSetOperations } from './data-sets.operations.js';
import { deductionOperations } from './deductions.operations.js';
import { figureOperations } from './figures.operations.js';
import { fundOperations } from './funds.operations.js';
import { measureOperations } from './measures.operations.js';
import { milestoneOperations } from './milestones.operations.js';
import { periodOperations } from './periods.operations.js';
import { ratingOperations } from './ratings.operations.js';
import { printingOperations } from './printing.operations.js';
import { reviewOperations } from './reviews.operations.js';
import { sheetOperations } from './sheets.operations.js';
import { snapshotOperations } from './snapshots.operations.js';
import { rubricOperations } from './rubrics.operations.js';
import { shippedOperations } from './shipped.operations.js';
import { submissionOperations } from './submissions.operations.js';
import { surveyOperations } from './surveys.operations.js';
import { validationRuleOperations } from './validation-rules.operations.js';
import { targetOperations } from './targets.operations.js';
import { thresholdOperations } from './thresholds.operations.js';
import { yearSummaryOperations } from './year-summary.operations.js';

/** The operations of reporting by what they are about: the parts in which a reader finds them. */
export const reportingChapters = {
  collecting: { ...shippedOperations, ...dataSetOperations, ...periodOperations, ...calendarOperations },
  validationRules: { ...validationRuleOperations },
  submissions: { ...submissionOperations, ...attachmentOperations, ...addedSectionOperations, ...printingOperations },
  reviews: { ...reviewOperations },
  sheets: { ...sheetOperations, ...countySheetOperations },
  completion: { ...completionOperations },
  figures: { ...figureOperations, ...snapshotOperations, ...targetOperations, ...yearSummaryOperations },
  measures: { ...measureOperations },
  assessments: { ...rubricOperations, ...assessmentOperations, ...ratingOperations, ...deductionOperations },
  surveys: { ...surveyOperations },
  funds: { ...fundOperations },
  milestones: { ...milestoneOperations },
  bulletins: { ...bulletinOperations },
  warnings: { ...thresholdOperations },
};
