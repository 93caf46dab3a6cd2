import { auditOf } from '../machinery/audit-trail.js';
import { changesAfter } from '../machinery/changes.js';
import { contract } from '../machinery/operation.js';
import { postWork } from '../machinery/post-work.js';
import { resourcesChapters } from './chapters.js';
import { harvestOperations } from './harvest.operations.js';
import { resourceQueryOperations } from './resource-query.operations.js';

/** What is taught with: the catalogue, its review at each tier, and where everything stands. */
export const resources = contract('resources', {
  changesAfter: changesAfter('resources'),
  ...auditOf('resources'),
  ...resourceQueryOperations,
  ...harvestOperations,
  postWork: postWork('resources'),
  ...resourcesChapters.catalogue,
  ...resourcesChapters.resourceReview,
  ...resourcesChapters.resourceUse,
  ...resourcesChapters.resourceFiles,
  ...resourcesChapters.standings,
  ...resourcesChapters.contributions,
  ...resourcesChapters.courses,
  ...resourcesChapters.curricula,
  ...resourcesChapters.questions,
  ...resourcesChapters.testPapers,
  ...resourcesChapters.orders,
  ...resourcesChapters.holdings,
  ...resourcesChapters.productTests,
  ...resourcesChapters.clientPrograms,
  ...resourcesChapters.harvesting,
  ...resourcesChapters.migration,
});
