import { z } from 'zod';
import { Id, value } from '../shapes/shapes.js';
import { ActorKind } from './event.js';
import { operation } from './operation.js';

/** A fact as one service hands it to another. */
export const FactShape = z
  .object({
    id: Id.describe('事件标识 id of the event'),
    type: z.string().describe('事件类型 type'),
    service: z.string().describe('服务 service'),
    thing: z.string().describe('对象种类 kind of thing'),
    entity: Id.describe('对象标识 id of the thing'),
    version: z.int().describe('版本 version of the thing'),
    organisation: Id.nullable().describe('所属组织 organisation it belongs to'),
    actor: ActorKind,
    time: z.iso.datetime().describe('时间 when, in UTC'),
    feedSeq: z.int().describe('序号 dense number within the service'),
    traceparent: z.string().optional().describe('追踪 trace context'),
    data: z.unknown().describe('变更后的内容 view after the change; null after a deletion'),
  })
  .meta({ id: 'Fact' });

/** What every service answers to whoever met a gap in its stream: its facts behind a number, in order. */
export const changesAfter = (service: string) =>
  operation('post', `/internal/${service}/changes-after` as '/internal/changes-after', {
    summary: '补取变更 Facts behind a number',
    internal: true,
    permits: ['service'],
    body: z.strictObject({
      feedSeq: z.int().min(0).describe('已有序号 the last number one has'),
      limit: z.int().min(1).max(1000).default(200).describe('条数上限 at most so many'),
    }),
    returns: value(z.object({ facts: z.array(FactShape).describe('事件 facts, fewer when they are large') })),
  });
