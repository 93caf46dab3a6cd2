import { auditOf } from '../machinery/audit-trail.js';
import { changesAfter } from '../machinery/changes.js';
import { contract } from '../machinery/operation.js';
import { reportingChapters } from './chapters.js';

/** How it is going: what is collected, when, from whom, who reviewed it, and what it adds up to. */
export const reporting = contract('reporting', {
  changesAfter: changesAfter('reporting'),
  ...auditOf('reporting'),
  ...reportingChapters.collecting,
  ...reportingChapters.validationRules,
  ...reportingChapters.submissions,
  ...reportingChapters.reviews,
  ...reportingChapters.sheets,
  ...reportingChapters.completion,
  ...reportingChapters.figures,
  ...reportingChapters.measures,
  ...reportingChapters.assessments,
  ...reportingChapters.surveys,
  ...reportingChapters.funds,
  ...reportingChapters.milestones,
  ...reportingChapters.bulletins,
  ...reportingChapters.warnings,
});
