import { attendanceFacts, classSessionFacts, deliveredClassFacts, resourceFacts } from '@lianxue/contracts';
import { dayOf, readingOf, type Reading } from './reading.js';

/** What is taught with, where and when: resources and delivered classes. */
export const teachingReadings: readonly Reading[] = [
  readingOf(resourceFacts, {
    parts: ({ organisation, subject, status, publishedAt }) => [
      publishedAt !== null && { measure: 'resources_published', organisation, dimension: subject, on: dayOf(publishedAt) },
      status === 'published' && { measure: 'resources_available', organisation, dimension: subject },
      status === 'withdrawn' && { measure: 'resources_withdrawn', organisation, dimension: subject },
    ],
  }),
  readingOf(deliveredClassFacts, {
    parts: ({ organisation, subject, createdAt }) => [
      { measure: 'delivered_classes', organisation, dimension: subject, on: dayOf(createdAt) },
    ],
  }),
  readingOf(classSessionFacts, {
    parts: ({ organisation, status, startsAt, startedAt }) => [
      status !== 'cancelled' && { measure: 'class_sessions_planned', organisation, on: dayOf(startsAt) },
      status === 'held' && { measure: 'class_sessions_held', organisation, on: dayOf(startedAt ?? startsAt) },
      status === 'missed' && { measure: 'class_sessions_missed', organisation, on: dayOf(startsAt) },
    ],
  }),
  readingOf(attendanceFacts, {
    parts: ({ receiver, kind, source, at }) => [
      kind === 'signedIn' && { measure: 'attendance_sign_ins', organisation: receiver, dimension: source, on: dayOf(at) },
    ],
  }),
];
