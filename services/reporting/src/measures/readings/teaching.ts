import {
  attendanceFacts,
  classSessionFacts,
  deliveredClassFacts,
  holdingFacts,
  holdingUseFacts,
  loanFacts,
  resourceFacts,
  resourceUseFacts,
} from '@lianxue/contracts';
import { dayOf, readingOf, type Reading } from './reading.js';

/** What is taught with, where and when: resources, what is held and lent, and delivered classes. */
export const teachingReadings: readonly Reading[] = [
  readingOf(resourceFacts, {
    parts: ({ organisation, subject, status, publishedAt }) => [
      publishedAt !== null && { measure: 'resources_published', organisation, dimension: subject, on: dayOf(publishedAt) },
      status === 'published' && { measure: 'resources_available', organisation, dimension: subject },
      status === 'withdrawn' && { measure: 'resources_withdrawn', organisation, dimension: subject },
    ],
  }),
  readingOf(resourceUseFacts, {
    parts: ({ organisation, subject: dimension, day: on, views, downloads, inClass, elsewhere, favourites, ratings }) => [
      views > 0 && { measure: 'resource_views', organisation, dimension, on, amount: views },
      downloads > 0 && { measure: 'resource_downloads', organisation, dimension, on, amount: downloads },
      inClass > 0 && { measure: 'class_resource_uses', organisation, dimension: 'platform', on, amount: inClass },
      elsewhere > 0 && { measure: 'class_resource_uses', organisation, dimension: 'elsewhere', on, amount: elsewhere },
      favourites > 0 && { measure: 'resource_favourites', organisation, dimension, on, amount: favourites },
      ratings > 0 && { measure: 'resource_ratings', organisation, dimension, on, amount: ratings },
    ],
  }),
  readingOf(holdingFacts, {
    parts: ({ organisation, kind, copies }) => [copies > 0 && { measure: 'holding_copies', organisation, dimension: kind, amount: copies }],
  }),
  readingOf(holdingUseFacts, {
    heard: ['taken'],
    parts: ({ organisation, day }) => [{ measure: 'holding_uses', organisation, on: day }],
  }),
  readingOf(loanFacts, {
    heard: ['lent'],
    parts: ({ organisation, lentOn, copies }) => [lentOn !== null && { measure: 'copies_lent', organisation, on: lentOn, amount: copies }],
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
