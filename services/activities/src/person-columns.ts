import { activities } from '@lianxue/contracts';
import type { PersonColumns } from '@lianxue/persistence';

/** What a merging of people does with each column that may name one: works, tasks and what experts have to say are the successor's. */
export const personColumns: PersonColumns = {
  operation: activities.changesAfter,
  follow: [
    'allowance.holder',
    'call_task.person',
    'call_work.author',
    'entry.advisers',
    'entry.pupil',
    'evaluation.expert',
    'objection.objector',
    'work_opinion.expert',
  ],
  stay: {},
  ofNobody: ['issuer', 'organiser', 'stands_with'],
};
