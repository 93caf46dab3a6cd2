import { authorityReviewers } from '../roles.js';

/** Who decides what is collected: the authority's administrators and reviewers. */
export const collectors = ['systemAdmin', 'centreHead', ...authorityReviewers] as const;

/** Who may look at forms, periods and what was reported. */
export const readers = [
  'schoolAdmin',
  'rollManager',
  'responsiblePerson',
  'bureauLeader',
  'systemAdmin',
  'centreHead',
  ...authorityReviewers,
  'app',
] as const;

/** Who reads figures of more than one unit, and a school's head its own. */
export const figureReaders = [
  'bureauLeader',
  'systemAdmin',
  'centreHead',
  ...authorityReviewers,
  'schoolAdmin',
  'responsiblePerson',
  'app',
] as const;
