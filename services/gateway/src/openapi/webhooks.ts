import { ActorKind, type FactKind } from '@lianxue/contracts';
import type { Json, Schemas } from './schemas.js';

/** What may be heard from the platform: one webhook for each kind of fact, as a CloudEvent in structured mode. */
export function webhooksOf(facts: readonly Readonly<Record<string, FactKind>>[], schemas: Schemas): Record<string, Json> {
  const kinds = facts.flatMap((each) => Object.values(each));
  return Object.fromEntries(kinds.map((kind) => [kind.type, { post: webhookOf(kind, schemas) }]));
}

function webhookOf(kind: FactKind, schemas: Schemas): Json {
  return {
    operationId: kind.type,
    tags: [kind.service],
    summary: kind.summary,
    description: `事实 \`${kind.type}\`，不含个人信息。 A fact; it carries no personal data.`,
    requestBody: {
      required: true,
      content: { 'application/cloudevents+json': { schema: eventOf(kind, schemas) } },
    },
    responses: { '2XX': { description: '已收到 Received.' }, '410': { description: '停止投递 Stop delivering.' } },
    security: [],
  };
}

/** What every event carries, as a component; a kind of fact adds its type and its data. */
export const eventEnvelope = (schemas: Schemas): Json => ({
  type: 'object',
  description: 'CloudEvents 1.0',
  required: ['specversion', 'id', 'source', 'type', 'subject', 'time', 'entityversion', 'organisation', 'actorkind', 'data'],
  properties: {
    specversion: { type: 'string', const: '1.0', description: 'CloudEvents 版本 version of CloudEvents' },
    id: { type: 'string', format: 'uuid', description: '事实标识，去重用 id of the fact; deduplicate by it' },
    source: { type: 'string', description: '来源服务 the service it comes from' },
    type: { type: 'string', description: '事实类型 type of the fact' },
    subject: { type: 'string', description: '对象 the thing and its id, `<thing>/<id>`' },
    time: { type: 'string', format: 'date-time', description: '发生时间 when it happened' },
    entityversion: { type: 'integer', description: '对象版本 version of the entity after the change' },
    organisation: { type: ['string', 'null'], format: 'uuid', description: '所属组织 organisation the entity belongs to' },
    actorkind: schemas.of(ActorKind, 'output'),
    data: { description: '变更后的对象；删除后为 null the entity after the change; null once deleted' },
  },
});

function eventOf({ type, data }: FactKind, schemas: Schemas): Json {
  return {
    allOf: [
      { $ref: '#/components/schemas/FactEvent' },
      {
        type: 'object',
        properties: { type: { const: type, description: '事实类型 type of the fact' }, data: described(schemas.of(data, 'output')) },
      },
    ],
  };
}

const described = (schema: Json): Json => ({ description: '变更后的对象 the entity after the change', ...schema });
