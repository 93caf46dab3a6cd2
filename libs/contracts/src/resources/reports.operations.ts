import { z } from 'zod';
import { MoveNotAllowed } from '../life-cycle.js';
import { operation } from '../machinery/operation.js';
import { postRoles } from '../roles.js';
import { Id, item, page, paging } from '../shapes/shapes.js';
import { shelfKeepers } from './life-cycle.js';
import { ResourceNotFound, ResourceNotStanding, ResourceOwn } from './refusals.js';
import { ReportAnswer, ReportExists, ReportInput, ReportNotFound, reportStates, ResourceReport } from './reports.js';

/** Whoever may read a resource may report it; the tier that shows it to them hears the report. */
export const reportOperations = {
  reportResource: operation('post', '/resources/:resourceId/reports', {
    summary: '举报资源 Report a resource',
    description: 'The nearest tier that shows the resource to the reader hears it. It is never shown who filed it.',
    scope: 'resources.write',
    permits: postRoles,
    reach: 'handedDown',
    creates: true,
    params: z.object({ resourceId: Id.describe('资源标识 id of the resource') }),
    body: ReportInput,
    returns: item(ResourceReport),
    fails: [ResourceNotFound, ReportExists],
  }),
  resourceReports: operation('get', '/resource-reports', {
    summary: '列出资源的举报 List reports on resources',
    description: 'For who hears them; everybody else sees their own.',
    scope: 'resources.read',
    permits: postRoles,
    reach: 'assigned',
    query: z.object({
      resource: Id.optional().describe('只列该资源的 only on this resource'),
      status: z.enum(reportStates).optional().describe('只列该状态的 only in this state'),
      ...paging,
    }),
    returns: page(ResourceReport),
  }),
  answerReport: operation('post', '/resource-reports/:reportId/answer', {
    summary: '答复对资源的举报 Answer a report on a resource',
    description:
      'What is upheld may be taken down everywhere in the same moment. Nobody answers a report on what they made or contributed to.',
    scope: 'resources.write',
    permits: shelfKeepers,
    params: z.object({ reportId: Id.describe('举报标识 id of the report') }),
    body: ReportAnswer,
    returns: item(ResourceReport),
    fails: [ReportNotFound, ResourceNotFound, ResourceNotStanding, ResourceOwn, MoveNotAllowed],
  }),
};
