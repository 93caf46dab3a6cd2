import { reporting } from '@lianxue/contracts';
import type { PersonColumns } from '@lianxue/persistence';

/** What a merging of people does with each column that may name one: drafts and named answers are the successor's. Units report, not people. */
export const personColumns: PersonColumns = {
  operation: reporting.changesAfter,
  follow: ['bulletin.drafter', 'named_answer.person'],
  stay: {},
  ofNobody: [
    ...['above', 'acted_by', 'addressees', 'authority', 'county', 'data_set', 'entity', 'filled_by', 'first_rater', 'form', 'granted_by'],
    ...['nearest', 'objector', 'on_behalf_of', 'parent', 'period', 'replaces', 'reviewer', 'urged_by'],
  ],
};
