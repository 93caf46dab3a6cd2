import type { Asker } from '../matrix.js';

/** The same line for several roles. */
export const each = (askers: readonly Asker[], line: string): Partial<Record<Asker, string>> =>
  Object.fromEntries(askers.map((asker) => [asker, line]));

/** Every post that is neither a pupil's nor a guardian's, and not a vendor's. */
export const staff = [
  'teacher',
  'homeroomTeacher',
  'subjectResearcher',
  'schoolAdmin',
  'rollManager',
  'countyReviewer',
  'cityReviewer',
  'provinceReviewer',
  'bureauLeader',
  'centreHead',
  'resourceReviewer',
  'expert',
  'siteInspector',
  'correspondent',
  'securityContact',
  'responsiblePerson',
  'dutyOfficer',
  'dutyLeader',
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
] as const satisfies readonly Asker[];

/** An item that those who manage it meet, and nobody else. */
export const subtree = 'ok ok 404 404 404';
/** A list that holds the row for those who manage it. */
export const subtreeList = 'seen seen hid hid hid';
/** An item shared downwards: also for those below its owner. */
export const handedDown = 'ok ok 404 ok 404';
export const handedDownList = 'seen seen hid seen hid';
/** What depends on no row. */
export const always = 'ok ok ok ok ok';
