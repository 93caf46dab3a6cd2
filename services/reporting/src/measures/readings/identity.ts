import {
  appFacts,
  appUseFacts,
  classFacts,
  consentFacts,
  enrolmentFacts,
  movementFacts,
  organisationFacts,
  postFacts,
  selectionFacts,
  vendorFacts,
} from '@lianxue/contracts';
import { readingOf, type Reading } from './reading.js';

const schoolKinds: ReadonlySet<string> = new Set(['school', 'centralSchool', 'campus', 'teachingPoint']);
/** Posts of these are no posts of staff. */
const notStaff: ReadonlySet<string> = new Set(['pupil', 'guardian', 'vendor']);

/** Who and where: schools, classes, pupils, staff, apps. */
export const identityReadings: readonly Reading[] = [
  readingOf(organisationFacts, {
    concerns: ({ kind }) => schoolKinds.has(kind),
    parts: ({ id, kind, state }) => [state === 'open' && { measure: 'schools', organisation: id, dimension: kind }],
  }),
  readingOf(classFacts, {
    parts: ({ organisation, kind, stage, ended }) => [
      kind === 'homeroom' && !ended && { measure: 'homeroom_classes', organisation, dimension: stage ?? 'other' },
    ],
    label: ({ id, title, organisation }) => ({ dimension: 'class', value: id, name: title, organisation }),
  }),
  readingOf(postFacts, {
    concerns: ({ role }) => role === 'pupil' || !notStaff.has(role),
    parts: ({ organisation, role, ended, deputyOf }) => [
      !ended && role === 'pupil' && { measure: 'pupils', organisation },
      !ended && !notStaff.has(role) && deputyOf === null && { measure: 'staff_posts', organisation, dimension: role },
    ],
  }),
  readingOf(enrolmentFacts, {
    parts: ({ organisation, class: schoolClass, role, ended }) => [
      role === 'pupil' && !ended && { measure: 'class_pupils', organisation, dimension: schoolClass },
    ],
  }),
  readingOf(movementFacts, {
    parts: ({ organisation, kind, on }) => [{ measure: 'pupil_movements', organisation, dimension: kind, on }],
  }),
  readingOf(selectionFacts, {
    parts: ({ organisation, client, active }) => [active && { measure: 'app_selections', organisation, dimension: client }],
  }),
  readingOf(appUseFacts, {
    parts: ({ organisation, client, day, uses }) => [{ measure: 'app_uses', organisation, dimension: client, on: day, amount: uses }],
  }),
  readingOf(consentFacts, {
    parts: ({ organisation, client, state }) => [state === 'given' && { measure: 'app_consents', organisation, dimension: client }],
  }),
  readingOf(vendorFacts, {
    parts: ({ organisation, state }) => [state === 'approved' && { measure: 'vendors', organisation }],
  }),
  readingOf(appFacts, {
    parts: ({ organisation, state }) => [state === 'listed' && { measure: 'apps_listed', organisation }],
    label: ({ client, name, organisation }) => ({ dimension: 'app', value: client, name, organisation }),
  }),
];
