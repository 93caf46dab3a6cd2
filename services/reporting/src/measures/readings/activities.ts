import { activityFacts, entryFacts, evaluationFacts } from '@lianxue/contracts';
import { readingOf, type Reading } from './reading.js';

const takenBack: ReadonlySet<string> = new Set(['withdrawn', 'struck']);

/** What people take part in: activities, works, their evaluation. */
export const activityReadings: readonly Reading[] = [
  readingOf(activityFacts, {
    parts: ({ organisation, status }) => [status !== 'draft' && { measure: 'activities_opened', organisation }],
    label: ({ id, name, organisation }) => ({ dimension: 'activity', value: id, name, organisation }),
  }),
  readingOf(entryFacts, {
    parts: ({ organisation, activity, status, award }) => [
      !takenBack.has(status) && { measure: 'works_entered', organisation, dimension: activity },
      status === 'recognised' && award !== null && { measure: 'works_recognised', organisation, dimension: activity },
    ],
  }),
  readingOf(evaluationFacts, {
    parts: ({ organisation, activity, status }) => [
      status === 'scored' && { measure: 'evaluations_scored', organisation, dimension: activity },
    ],
  }),
];
