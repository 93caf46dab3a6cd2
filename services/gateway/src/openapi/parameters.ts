import type { AnyOperation } from '@lianxue/contracts';
import type { Json, Schemas } from './schemas.js';

/** Headers that many operations take, as components. */
export const headerParameters: Readonly<Record<string, Json>> = {
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    description: '说明文字的语言 language of sentences meant for people',
    schema: { type: 'string', default: 'zh-CN', examples: ['zh-CN', 'en'] },
  },
  ActingOrganisation: {
    name: 'Acting-Organisation',
    in: 'header',
    description:
      '应用以哪个组织的身份行事；应用按下级范围读取时可省略 organisation for which an app without a person acts; narrows what it reaches, required where the reach is not the subtree',
    schema: { type: 'string', format: 'uuid' },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      '幂等键：七天内以同一键重复的请求得到同一答复 a request repeated under the same key within seven days gets the same answer',
    schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: '所见版本的 ETag ETag of the version the caller saw; `*` for any existing one',
    schema: { type: 'string', examples: ['"3"'] },
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: '已有版本的 ETag；未变则答 304 ETag of the version at hand; unchanged answers 304',
    schema: { type: 'string', examples: ['"3"'] },
  },
};

/** The parameters of one operation: of its path, of its query, and the headers it takes. */
export function parametersOf(op: AnyOperation, schemas: Schemas): Json[] {
  return [...fieldsOf(op, 'params', 'path', schemas), ...fieldsOf(op, 'query', 'query', schemas), ...headersOf(op).map(toComponent)];
}

function fieldsOf(op: AnyOperation, part: 'params' | 'query', place: 'path' | 'query', schemas: Schemas): Json[] {
  const shape = op[part];
  if (!shape) return [];
  const { properties = {}, required = [] } = schemas.of(shape, 'input') as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: place,
    ...(place === 'path' || required.includes(name) ? { required: true } : {}),
    description: description ?? '',
    schema,
  }));
}

function headersOf(op: AnyOperation): (keyof typeof headerParameters)[] {
  const signedIn = op.permits !== 'anyone';
  return [
    ...(signedIn && op.permits.includes('app') ? ['ActingOrganisation'] : []),
    ...(signedIn && op.verb === 'post' ? ['IdempotencyKey'] : []),
    ...(op.guarded ? ['IfMatch'] : []),
    ...(op.verb === 'get' && op.returns?.kind === 'item' ? ['IfNoneMatch'] : []),
    'AcceptLanguage',
  ];
}

const toComponent = (name: string): Json => ({ $ref: `#/components/parameters/${name}` });
