import { auditOf } from '../machinery/audit-trail.js';
import { changesAfter } from '../machinery/changes.js';
import { postWork } from '../machinery/post-work.js';
import { contract } from '../machinery/operation.js';
import { calling } from './calls/calls.operations.js';
import { tasking } from './calls/tasks.operations.js';
import { handingIn } from './calls/works.operations.js';
import { evaluating } from './evaluations.operations.js';
import { works } from './works.operations.js';
import { announcing } from './notices.operations.js';
import { organising } from './settings.operations.js';

/** What people take part in: calls for works, from the call to the recognised result. */
export const activities = contract('activities', {
  changesAfter: changesAfter('activities'),
  ...auditOf('activities'),
  postWork: postWork('activities'),
  ...organising,
  ...works,
  ...evaluating,
  ...announcing,
  ...calling,
  ...tasking,
  ...handingIn,
});
