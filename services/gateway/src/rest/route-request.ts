import { InputInvalid, type AnyOperation } from '@lianxue/contracts';
import type { FastifyRequest } from 'fastify';
import { RequestMalformed, type Wording } from '../problems/edge.refusals.js';
import { languageOf } from '../problems/language.js';
import type { Facts } from './refusing.js';

/** Why a request is refused before its operation is called. */
export interface EdgeRefusal {
  readonly wording: Wording;
  readonly facts?: Facts;
}

/** The bearer token; `'none'` without one, `'bad'` where the header holds something else. The scheme is case-insensitive. */
export function bearerOf(header: string | undefined): { token: string } | 'none' | 'bad' {
  if (header === undefined) return 'none';
  const match = bearer.exec(header);
  return match ? { token: match[1]! } : 'bad';
}

/** One token of RFC 6750's alphabet: anything else cannot be a JWT and is not looked at. */
const bearer = /^bearer +([A-Za-z0-9\-._~+/]+=*) *$/i;

const givenOnce = { zh: '只能出现一次', en: 'may be given only once' };

/** What is wrong with a query string, if anything: repeated parameters and broken escapes mean different things to different readers. */
export function queryFault(request: FastifyRequest): EdgeRefusal | undefined {
  const { url } = request;
  const begin = url.indexOf('?');
  if (begin < 0) return undefined;
  if (url.includes('%', begin) && !decodable(url.slice(begin + 1))) return { wording: RequestMalformed };
  const query = request.query as Readonly<Record<string, unknown>>;
  const repeated = Object.keys(query).filter((name) => Array.isArray(query[name]));
  if (repeated.length === 0) return undefined;
  const language = languageOf(request.headers['accept-language']);
  const errors = repeated.map((name) => ({ pointer: `/${name}`, code: 'query.repeated', detail: givenOnce[language] }));
  return { wording: InputInvalid, facts: { errors } };
}

function decodable(text: string): boolean {
  try {
    decodeURIComponent(text.replaceAll('+', ' '));
    return true;
  } catch {
    return false;
  }
}

/** Whether a body that cannot be read as plain JSON is on its way. */
export const isEncoded = ({ headers }: FastifyRequest): boolean => {
  const encoding = headers['content-encoding'];
  return encoding !== undefined && encoding.toLowerCase() !== 'identity';
};

/** An operation that reads one item may be asked whether it changed. */
export const isUnchanged = (op: AnyOperation, request: FastifyRequest, etag: string | undefined): boolean => {
  const known = request.headers['if-none-match'];
  if (op.verb !== 'get' || known === undefined || etag === undefined) return false;
  return known.split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === etag.replace(/^W\//, ''));
};
