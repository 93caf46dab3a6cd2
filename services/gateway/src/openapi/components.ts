import { scopes } from '@lianxue/contracts';
import { headerParameters } from './parameters.js';
import type { Json } from './schemas.js';

const problem: Json = {
  type: 'object',
  description: '问题说明（RFC 9457）。其余成员是该代码的事实。 A refusal in words; further members are the facts of its code.',
  required: ['type', 'title', 'status', 'code', 'instance'],
  properties: {
    type: { type: 'string', format: 'uri-reference', description: '说明页 page that explains the code' },
    title: { type: 'string', description: '概述 the sentence without the facts of this occurrence' },
    status: { type: 'integer', description: 'HTTP 状态 HTTP status' },
    code: { type: 'string', description: '代码，程序据此判断 stable code for programs' },
    detail: { type: 'string', description: '详情 the sentence with the facts of this occurrence' },
    instance: { type: 'string', format: 'uri', description: '跟踪号，报障时请提供 trace id to quote when asking for help' },
    errors: {
      type: 'array',
      description: '输入错误（`input.invalid`） complaints about the input, one for each field',
      items: { $ref: '#/components/schemas/InputFault' },
    },
  },
};

const inputFault: Json = {
  type: 'object',
  required: ['pointer', 'code', 'detail'],
  properties: {
    pointer: { type: 'string', description: 'JSON 指针 JSON pointer of the field' },
    code: { type: 'string', description: '错误代码 code of the broken rule' },
    detail: { type: 'string', description: '说明 explanation' },
  },
};

const headers: Readonly<Record<string, Json>> = {
  ETag: { description: '版本 version of the item', schema: { type: 'string', examples: ['"3"'] } },
  Location: { description: '新对象的地址 where the created item is', schema: { type: 'string', format: 'uri-reference' } },
  Link: { description: '下一页 address of the next page, `rel="next"`; absent on the last', schema: { type: 'string' } },
  RateLimit: {
    description: '剩余次数与重置秒数 calls left (r) and seconds until reset (t)',
    schema: { type: 'string', examples: ['"signed-in";r=5990;t=42'] },
  },
  'RateLimit-Policy': {
    description: '次数与时窗 calls (q) in a window of seconds (w)',
    schema: { type: 'string', examples: ['"signed-in";q=6000;w=60'] },
  },
  'Retry-After': { description: '几秒后再试 seconds after which to try again', schema: { type: 'integer', minimum: 0 } },
  'WWW-Authenticate': { description: '为何凭证不够 why the token was not enough (RFC 6750)', schema: { type: 'string' } },
};

const scopeWords = Object.fromEntries(Object.entries(scopes).map(([scope, { zh, en }]) => [scope, `${zh} ${en}`]));

const oauth2: Json = {
  type: 'oauth2',
  description:
    '统一认证（OAuth 2.0 / OpenID Connect）。人员经授权码加 PKCE 登录，程序用客户端凭证。 People sign in by authorization code with PKCE; programs use client credentials.',
  flows: {
    authorizationCode: { authorizationUrl: '/oidc/auth', tokenUrl: '/oidc/token', refreshUrl: '/oidc/token', scopes: scopeWords },
    clientCredentials: { tokenUrl: '/oidc/token', scopes: scopeWords },
  },
};

/** Everything that operations refer to; `schemas` are the named shapes of the contracts. */
export const componentsWith = (schemas: Record<string, Json>, event: Json, responses: Record<string, Json>): Json => ({
  schemas: { ...schemas, FactEvent: event, Problem: problem, InputFault: inputFault },
  parameters: headerParameters,
  headers,
  responses,
  securitySchemes: { oauth2 },
});
