import type { AnyOperation, Caller } from '@lianxue/contracts';
import { Refusal } from '@lianxue/contracts';
import type { CallAnswer, Calls, TokenVerifier } from '@lianxue/wire';
import type { FastifyRequest } from 'fastify';
import type { RequestLimits } from '../limits/request-limits.js';
import { bearerOf } from '../rest/route-request.js';
import { Unanswered, type MinorCode } from './status-info.js';

/** An app that may ask. */
export interface Asking {
  readonly token: string;
  readonly caller: Caller;
}

/** Asks the owner of the data with the app’s own token, and turns refusals into those of OneRoster. */
export class OwnerCalls {
  constructor(
    private readonly calls: Calls,
    private readonly tokens: TokenVerifier,
    private readonly limits: RequestLimits,
    private readonly deadlineMs: number,
  ) {}

  /** Whose request this is; counted like every other of theirs. */
  async admit(request: FastifyRequest): Promise<Asking> {
    const bearer = bearerOf(request.headers.authorization);
    const known = typeof bearer === 'object' ? await this.verified(bearer.token) : undefined;
    const standing = known
      ? await this.limits.ofCaller(known.caller.client, known.caller.subject)
      : await this.limits.ofAddress({ name: 'oneroster' }, request.ip);
    if (!standing.allowed) throw new Unanswered('server_busy', 'Too many requests', 429, standing.retryAfterSeconds);
    if (!known) throw new Unanswered('unauthorisedrequest', 'An access token is needed, and this is none that holds');
    return known;
  }

  /** The operation whose scope the app holds. */
  operationFor(operations: readonly AnyOperation[], { caller }: Asking): AnyOperation {
    const held = operations.find(({ scope }) => scope !== undefined && caller.scopes.has(scope));
    if (!held) throw new Unanswered('forbidden', `This needs one of the scopes ${operations.map(({ scope }) => scope).join(' ')}`);
    return held;
  }

  async ask<T>(operation: AnyOperation, body: unknown, { token }: Asking, request: FastifyRequest): Promise<T> {
    const answer = await this.calls.call({
      ...{ operation, token, body: JSON.stringify(body), language: 'en', traceparent: request.id },
      deadline: Date.now() + this.deadlineMs,
    });
    if (answer.status >= 400) throw refused(answer);
    return (answer.body.byteLength > 0 ? JSON.parse(Buffer.from(answer.body).toString('utf8')) : undefined) as T;
  }

  private async verified(token: string): Promise<Asking | undefined> {
    try {
      return { token, caller: await this.tokens.verify(token, { atEdge: true }) };
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }
}

/** Refusals of ours by code, then by status, in the words of OneRoster. */
function refused({ status, head, body }: CallAnswer): Unanswered {
  const { code, facts } = JSON.parse(Buffer.from(body).toString('utf8')) as { code: string; facts?: Record<string, unknown> };
  if (code === 'collection.field_unfit') {
    const { field, use } = facts as { field: string; use: string };
    return use === 'sort'
      ? new Unanswered('invalid_sort_field', `There is no sorting by ${field}`)
      : new Unanswered('invalid_filter_field', use === 'value' ? `This is no value of ${field}` : `There is no filtering by ${field}`);
  }
  const minor = byStatus[status] ?? (status >= 500 ? 'internal_server_error' : 'invaliddata');
  if (status === 503 || status === 504) return new Unanswered('server_busy', code, 429, head.retryAfter ?? 1);
  return new Unanswered(minor, code, status >= 500 ? 500 : status === 409 ? 422 : status, head.retryAfter);
}

const byStatus: Readonly<Record<number, MinorCode>> = {
  401: 'unauthorisedrequest',
  403: 'forbidden',
  404: 'unknownobject',
  410: 'unknownobject',
  429: 'server_busy',
};
