import { roles, statusOf, type AnyOperation, type Returns, type Role } from '@lianxue/contracts';
import { formats } from '@lianxue/papers';
import { spreadsheetMediaType } from '../rest/media-types.js';
import { parametersOf } from './parameters.js';
import type { RefusalResponses } from './refusals.js';
import type { Json, Schemas } from './schemas.js';

const reaches = {
  subtree: '行事组织及其下级 the acting organisation and what lies below it',
  handedDown: '行事组织及其下级，以及上级下发的内容 the acting organisation and below, and what is handed down from above',
  assigned: '行事组织及其下级，以及指派的内容 the acting organisation and below, and what is assigned to the caller',
  public: '公开内容 what is public',
} as const;

/** One operation as the API document tells it. */
export function operationObject(op: AnyOperation, tag: string, schemas: Schemas, refusals: RefusalResponses): Json {
  return {
    operationId: op.name,
    tags: [tag],
    summary: op.summary,
    description: [op.description, ...rights(op)].filter(Boolean).join('\n\n'),
    security: securityOf(op),
    parameters: parametersOf(op, schemas),
    ...(op.body ? { requestBody: { required: true, content: { 'application/json': { schema: schemas.of(op.body, 'input') } } } } : {}),
    responses: { ...successOf(op, schemas), ...refusals.of(op) },
  };
}

function rights(op: AnyOperation): string[] {
  const who = op.permits === 'anyone' ? '任何人 anyone' : op.permits.map((role: Role) => `${roles[role].zh} \`${role}\``).join('、');
  return [
    [
      `**许可 Permits:** ${who}`,
      ...(op.scope ? [`**授权 Scope:** \`${op.scope}\``] : []),
      `**范围 Reach:** ${reaches[op.reach ?? 'subtree']}`,
    ].join('  \n'),
  ];
}

function securityOf(op: AnyOperation): Json[] {
  if (op.permits === 'anyone') return [{}, { oauth2: [] }];
  return [{ oauth2: op.scope ? [op.scope] : [] }];
}

function successOf(op: AnyOperation, schemas: Schemas): Record<string, Json> {
  const status = String(statusOf(op));
  const limits = { RateLimit: header('RateLimit'), 'RateLimit-Policy': header('RateLimit-Policy') };
  if (!op.returns) return { [status]: { description: '完成 Done.', headers: limits } };
  const { kind, schema } = op.returns;
  const answer = schemas.of(schema, 'output');
  const success = {
    description: op.creates ? '已创建 Created.' : '完成 Done.',
    headers: {
      ...limits,
      ...(kind === 'item' ? { ETag: header('ETag') } : {}),
      ...(op.creates ? { Location: header('Location') } : {}),
      ...(kind === 'page' ? { Link: header('Link') } : {}),
    },
    content: {
      'application/json': { schema: answer },
      ...Object.fromEntries(filesOf(kind).map((mediaType) => [mediaType, { schema: { type: 'string', format: 'binary' } }])),
    },
  };
  const unchanged: Record<string, Json> =
    op.verb === 'get' && kind === 'item' ? { '304': { description: '未变 Unchanged.', headers: { ETag: header('ETag') } } } : {};
  return { [status]: success, ...unchanged };
}

/** In which other media types an answer may be asked for: a list as Excel, a paper in all its formats. */
function filesOf(kind: Returns['kind']): string[] {
  if (kind === 'page') return [spreadsheetMediaType];
  return kind === 'paper' ? Object.values(formats).map(({ mediaType }) => mediaType) : [];
}

const header = (name: string): Json => ({ $ref: `#/components/headers/${name}` });
