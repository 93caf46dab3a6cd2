import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { Id, value } from '../shapes/shapes.js';
import { HarvestPart, HarvestPlace, HarvestSet } from './harvest.js';

const asked = { internal: true, permits: ['app'], scope: 'resources.read' } as const;

/** What the OAI-PMH façade asks with the app’s own token. */
export const harvestOperations = {
  harvest: operation('post', '/internal/harvest', {
    ...asked,
    summary: '采集资源记录 Harvest records of resources',
    body: z.strictObject({
      /** One record, as it is now. */
      id: Id.optional(),
      set: HarvestSet.optional(),
      from: z.iso.datetime().optional(),
      /** Exclusive. */
      before: z.iso.datetime().optional(),
      after: HarvestPlace.optional(),
      asOf: z.iso.datetime().optional(),
      counted: z.boolean(),
      limit: z.int().min(1).max(500),
    }),
    returns: value(HarvestPart),
  }),
  harvestOutline: operation('post', '/internal/harvest-outline', {
    ...asked,
    summary: '可采集的资源概况 Outline of the resources that can be harvested',
    body: z.strictObject({ after: Id.optional(), limit: z.int().min(0).max(500) }),
    returns: value(
      z.object({
        /** No record is, or ever becomes, older. */
        earliest: z.iso.datetime(),
        /** To which harvested resources belong, in the order of their ids. */
        organisations: z.array(z.object({ id: Id, name: z.string() })),
        last: Id.nullable(),
      }),
    ),
  }),
};
