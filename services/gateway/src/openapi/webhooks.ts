import { ActorKind, type FactKind } from '@lianxue/contracts';
import { exampleEvent } from './examples.js';
import type { Json, Schemas } from './schemas.js';

/** What may be heard from the platform: one webhook for each kind of fact, as a CloudEvent in structured mode. */
export function webhooksOf(facts: readonly Readonly<Record<string, FactKind>>[], schemas: Schemas): Record<string, Json> {
  const kinds = facts.flatMap((each) => Object.values(each));
  return Object.fromEntries(kinds.map((kind) => [kind.type, { post: webhookOf(kind, schemas) }]));
}

/** How a receiver knows that a delivery is the platform's, and the same one as before: Standard Webhooks. */
const signatureHeaders: readonly Json[] = [
  ['webhook-id', '事件标识，重试与重新投递时不变 id of the event, the same on every retry and redelivery'],
  ['webhook-timestamp', '投递时间（Unix 秒），与本机相差五分钟以上应拒收 seconds since 1970; refuse what is five minutes off'],
  ['webhook-signature', '签名 v1,<base64>，更换密钥期间有两个，以空格分隔 HMAC-SHA256 of id.timestamp.body; two while a secret rotates'],
].map(([name, description]) => ({ name, in: 'header', required: true, description, schema: { type: 'string' } }));

function webhookOf(kind: FactKind, schemas: Schemas): Json {
  return {
    operationId: kind.type,
    tags: [kind.service],
    summary: kind.summary,
    description: `事实 \`${kind.type}\`，不含个人信息。 A fact; it carries no personal data.`,
    requestBody: {
      required: true,
      content: {
        'application/cloudevents+json': { schema: eventOf(kind, schemas), examples: { event: { value: exampleEvent(kind) } } },
      },
    },
    parameters: signatureHeaders,
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
