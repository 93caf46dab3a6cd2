import { dailyReportFacts, incidentFacts } from '@lianxue/contracts';
import { dayOf, readingOf, type Reading } from './reading.js';

/** What threatens it: incidents and the daily reports of guard periods. */
export const incidentReadings: readonly Reading[] = [
  readingOf(incidentFacts, {
    parts: ({ organisation, level: dimension, status, reportedAt, closedAt }) => [
      status !== 'dismissed' && { measure: 'incidents_reported', organisation, dimension, on: dayOf(reportedAt) },
      closedAt !== null && { measure: 'incidents_closed', organisation, dimension, on: dayOf(closedAt) },
      status !== 'dismissed' && status !== 'closed' && { measure: 'incidents_open', organisation, dimension },
    ],
  }),
  readingOf(dailyReportFacts, {
    parts: ({ organisation, kind, day }) => [{ measure: 'daily_reports', organisation, dimension: kind, on: day }],
  }),
];
