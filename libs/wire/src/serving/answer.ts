import { statusOf, type AnyOperation } from '@lianxue/contracts';
import type { AnswerHead } from '../calls/heads.js';

/** A handler's result as it travels. */
export interface Answer {
  readonly status: number;
  readonly head: AnswerHead;
  readonly body: string | Uint8Array;
}

/** Turns a result into an answer: the version into an ETag, a created item's id into its Location, a page's cursor into `next`. */
export function answerOf(operation: AnyOperation, result: unknown, params: Readonly<Record<string, unknown>> | undefined): Answer {
  const status = statusOf(operation);
  if (!operation.returns || result === undefined)
    return { status: result === undefined && status === 200 ? 204 : status, head: {}, body: '' };
  return { status, head: headOf(operation, result as ItemOrPage, params), body: JSON.stringify(result) };
}

interface ItemOrPage {
  readonly id?: unknown;
  readonly version?: unknown;
  readonly next?: unknown;
}

function headOf(
  { returns, creates, base, path }: AnyOperation,
  { id, version, next }: ItemOrPage,
  params: Readonly<Record<string, unknown>> | undefined,
): AnswerHead {
  const head: { -readonly [K in keyof AnswerHead]: AnswerHead[K] } = {};
  if (returns?.kind === 'item' && typeof version === 'number') head.etag = `"${version}"`;
  if (returns?.kind === 'page' && typeof next === 'string') head.next = next;
  if (creates && typeof id === 'string') head.location = `${base}${filled(path, params)}/${id}`;
  return head;
}

const filled = (path: string, params: Readonly<Record<string, unknown>> | undefined): string =>
  params ? path.replace(/:([A-Za-z]\w*)/g, (_, key: string) => encodeURIComponent(String(params[key]))) : path;
