import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import type { Role } from '../roles.js';
import { Id, page, paging } from '../shapes/shapes.js';
import { CollectedWork } from './collected-works.js';

const readers = [
  ...['teacher', 'homeroomTeacher', 'subjectResearcher', 'schoolAdmin', 'resourceReviewer', 'centreHead', 'systemAdmin'],
  ...['countyReviewer', 'cityReviewer', 'provinceReviewer', 'bureauLeader', 'app'],
] as readonly Role[];

export const collectedWorkOperations = {
  collectedWorks: operation('get', '/collected-works', {
    summary: '列出征集入库的资源 List resources that came from calls',
    description: 'Each accepted work with the resource it became, within seconds of its acceptance.',
    scope: 'resources.read',
    permits: readers,
    query: z.object({
      ...paging,
      call: Id.optional().describe('只列该征集的 only those of this call'),
      work: Id.optional().describe('只列该作品的 only this work'),
    }),
    returns: page(CollectedWork),
  }),
};
