/** What people take part in: calls for works, recommendation, expert evaluation, public notice, recognition. */
export { migrations } from './migrations/index.js';
export { ActivitiesModule, entities } from './activities.module.js';
