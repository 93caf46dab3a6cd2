import { z } from 'zod';
import { Id, Instant } from '../shapes/shapes.js';

/** A work that answered a call, and the resource it became 征集入库. */
export const CollectedWork = z
  .object({
    id: Id.describe('应征作品标识 id of the work'),
    call: Id.describe('征集 call'),
    issuer: Id.describe('征集单位 authority that called'),
    organisation: Id.describe('应征单位 organisation of its author'),
    resource: Id.nullable().describe('入库后的资源，尚未入库为空 resource it became; null while it has not entered'),
    enteredAt: Instant.nullable().describe('入库时间 when it entered the catalogue'),
  })
  .meta({ id: 'CollectedWork' });
export type CollectedWork = z.output<typeof CollectedWork>;
