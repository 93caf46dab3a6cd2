import { authorityReviewers } from '../../roles.js';

/** Who keeps what a school or an authority holds: enters, receives, writes off, shares, lends. */
export const holdingKeepers = ['schoolAdmin', 'centreHead', 'systemAdmin'] as const;

/** Who takes copies out for a lesson. */
export const holdingUsers = ['teacher', 'homeroomTeacher', ...holdingKeepers] as const;

/** Who looks at what is held, and at what others share. */
export const holdingReaders = [
  ...holdingUsers,
  ...authorityReviewers,
  'subjectResearcher',
  'bureauLeader',
  'responsiblePerson',
  'app',
] as const;
