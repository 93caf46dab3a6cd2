import { bulletinFacts, bulletinReceiptFacts, periodFacts, submissionFacts } from '@lianxue/contracts';
import { dayOf, readingOf, type Reading } from './reading.js';

/** How it is going: what was reported, approved and announced. */
export const reportingReadings: readonly Reading[] = [
  readingOf(periodFacts, {
    parts: () => [],
    label: ({ id, name, organisation }) => ({ dimension: 'period', value: id, name, organisation }),
  }),
  readingOf(submissionFacts, {
    heard: ['submitted', 'handed_on', 'returned', 'handed_back', 'reopened', 'approved'],
    parts: ({ organisation, period, status, submittedAt, decidedAt }) => [
      (status === 'submitted' || status === 'approved') &&
        submittedAt !== null && { measure: 'submissions_submitted', organisation, dimension: period, on: dayOf(submittedAt) },
      status === 'approved' &&
        decidedAt !== null && { measure: 'submissions_approved', organisation, dimension: period, on: dayOf(decidedAt) },
    ],
  }),
  readingOf(bulletinFacts, {
    parts: ({ organisation, template, status, issuedOn }) => [
      issuedOn !== null && status !== 'withdrawn' && { measure: 'bulletins_issued', organisation, dimension: template, on: issuedOn },
    ],
  }),
  readingOf(bulletinReceiptFacts, {
    parts: ({ organisation, received }) => [received && { measure: 'bulletins_received', organisation }],
  }),
];
