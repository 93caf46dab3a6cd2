import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { postRoles } from '../roles.js';
import { creatable, Id, item, page, paging, text } from '../shapes/shapes.js';
import {
  HarvestAddressRefused,
  HarvestedRecord,
  HarvestedRecordNotFound,
  HarvestSource,
  HarvestSourceChange,
  HarvestSourceInput,
  HarvestSourceNotFound,
  HarvestSourcePaused,
  HarvestUnderWay,
} from './harvest-sources.js';

const params = z.object({ sourceId: Id.describe('采集源标识 id of the source') });
const keepers = ['systemAdmin', 'centreHead'] as const;
const readers = [...postRoles, 'app'] as const;

/** Other platforms’ catalogues, taken in. */
export const harvestSourceOperations = {
  registerHarvestSource: operation('post', '/harvest-sources', {
    summary: '登记采集源 Register a platform to harvest',
    description:
      '按 OAI-PMH 2.0 定期采集其目录，首次在登记后即开始。 Its catalogue is taken in by OAI-PMH 2.0, at once and then from time to time.',
    scope: 'resources.write',
    permits: keepers,
    creates: true,
    body: HarvestSourceInput.extend(creatable),
    returns: item(HarvestSource),
    fails: [HarvestAddressRefused],
  }),
  harvestSources: operation('get', '/harvest-sources', {
    summary: '采集源列表 List platforms that are harvested',
    scope: 'resources.read',
    permits: keepers,
    query: z.object(paging),
    returns: page(HarvestSource),
  }),
  harvestSource: operation('get', '/harvest-sources/:sourceId', {
    summary: '查看采集源 Read a platform that is harvested',
    scope: 'resources.read',
    permits: keepers,
    params,
    returns: item(HarvestSource),
    fails: [HarvestSourceNotFound],
  }),
  changeHarvestSource: operation('patch', '/harvest-sources/:sourceId', {
    summary: '变更采集源 Change a platform that is harvested',
    scope: 'resources.write',
    permits: keepers,
    guarded: true,
    params,
    body: HarvestSourceChange,
    returns: item(HarvestSource),
    fails: [HarvestSourceNotFound],
  }),
  harvestNow: operation('post', '/harvest-sources/:sourceId/harvest', {
    summary: '立即采集 Harvest a platform now',
    description:
      'complete 为真时从头采集，并注销对方不再提供的记录；否则只采集上次以来的变更。 With `complete` it begins anew, and what the other no longer tells of is deleted; else only what changed since the last time is taken.',
    scope: 'resources.write',
    permits: keepers,
    params,
    body: z.strictObject({ complete: z.boolean().describe('是否从头采集 whether to begin anew') }),
    returns: item(HarvestSource),
    fails: [HarvestSourceNotFound, HarvestSourcePaused, HarvestUnderWay],
  }),
  harvestedRecords: operation('get', '/harvested-records', {
    summary: '查找采集记录 Find harvested records',
    description: '其他平台的资源目录。 What other platforms have in their catalogues.',
    scope: 'resources.read',
    permits: readers,
    reach: 'handedDown',
    query: z.object({
      q: text(100).optional().describe('标题中的文字 a piece of the title'),
      source: Id.optional().describe('采集源 only from this source'),
      deleted: z
        .stringbool()
        .optional()
        .describe('true 只列已注销的，false 只列现有的，不填为现有的 true: deleted ones, else those that are there'),
      ...paging,
    }),
    returns: page(HarvestedRecord),
  }),
  harvestedRecord: operation('get', '/harvested-records/:recordId', {
    summary: '查看采集记录 Read a harvested record',
    scope: 'resources.read',
    permits: readers,
    reach: 'handedDown',
    params: z.object({ recordId: Id.describe('采集记录标识 id of the record') }),
    returns: item(HarvestedRecord),
    fails: [HarvestedRecordNotFound],
  }),
};
