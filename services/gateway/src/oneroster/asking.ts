import { Refusal, type AnyOperation, type Caller } from '@lianxue/contracts';
import type { CallAnswer, Calls } from '@lianxue/wire';
import { Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { headerOf, watchedOf, type Watched, type Watching } from '../apps/watching.js';
import type { Admitting } from '../limits/admitting.js';
import type { Switches } from '../sub-platforms/switches.js';
import { sendStatusInfo, Unanswered, type MinorCode } from './status-info.js';

/** An app that may ask, of whom, and what it asked. */
export interface Asking {
  readonly request: FastifyRequest;
  readonly caller: Caller;
  readonly operation: AnyOperation;
  /** Asks the owner of the data with the app’s own token. */
  readonly ask: <T>(body: unknown) => Promise<T>;
}

export type Answering = (asking: Asking, reply: FastifyReply) => Promise<void>;

/** Lets apps ask the owners of the data: counted, watched and refused as everywhere at the edge, but in the words of OneRoster. */
export class OwnerCalls {
  private readonly log = new Logger('OneRoster');

  constructor(
    private readonly parts: {
      readonly calls: Calls;
      readonly admitting: Admitting;
      readonly watching: Watching;
      readonly switches: Switches;
      readonly deadlineMs: number;
    },
  ) {}

  /** Serves an address of which one of these operations answers: the first whose scope the app holds. */
  serving(operations: readonly [AnyOperation, ...AnyOperation[]], answering: Answering) {
    return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      let watched: Watched | undefined;
      let code: string | undefined;
      try {
        const { caller, token, standing } = await this.admitted(operations[0], request);
        reply.header('ratelimit', standing.limit).header('ratelimit-policy', standing.policy);
        watched = watchedOf(operationOf(operations, caller) ?? operations[0], request, caller, goesOn(request));
        if (!standing.allowed) throw new Unanswered('server_busy', 'Too many requests', 429, standing.retryAfterSeconds);
        const off = await this.parts.switches.refusal(watched.operation, caller, watched.organisation);
        if (off) throw new Unanswered('forbidden', 'This service is switched off here', undefined, undefined, off.kind.code);
        const { clockShift, fault } = await this.parts.watching.before(watched);
        if (fault) throw new Unanswered('server_busy', 'As was asked for', fault.refusal.kind.status, fault.retryAfter);
        const operation = allowed(operations, caller);
        const ask = <T>(body: unknown) => this.ask<T>(operation, body, token, request, clockShift);
        await answering({ request, caller, operation, ask }, reply);
      } catch (error) {
        if (!(error instanceof Unanswered)) this.log.error(error);
        const refusal = error instanceof Unanswered ? error : new Unanswered('internal_server_error', 'Something went wrong here');
        code = refusal.code;
        sendStatusInfo(reply, refusal);
      }
      if (watched) this.parts.watching.after(watched, reply.statusCode, code);
    };
  }

  private async admitted(operation: AnyOperation, request: FastifyRequest) {
    const admitted = await this.parts.admitting.admit(operation, request);
    if (admitted instanceof Refusal) throw unauthorised();
    const { caller, token, standing } = admitted;
    if (caller && token !== undefined) return { caller, token, standing };
    throw standing.allowed ? unauthorised() : new Unanswered('server_busy', 'Too many requests', 429, standing.retryAfterSeconds);
  }

  private async ask<T>(
    operation: AnyOperation,
    body: unknown,
    token: string,
    { id, headers }: FastifyRequest,
    clockShift: number | undefined,
  ): Promise<T> {
    const answer = await this.parts.calls.call({
      ...{ operation, token, body: JSON.stringify(body), language: 'en', traceparent: id, clockShift },
      actingOrganisation: headerOf(headers['acting-organisation']),
      idempotencyKey: headerOf(headers['idempotency-key']),
      deadline: Date.now() + this.parts.deadlineMs,
    });
    if (answer.status >= 400) throw refused(answer);
    return (answer.body.byteLength > 0 ? JSON.parse(Buffer.from(answer.body).toString('utf8')) : undefined) as T;
  }
}

const unauthorised = () => new Unanswered('unauthorisedrequest', 'An access token is needed, and this is none that holds');

const operationOf = (operations: readonly AnyOperation[], { scopes }: Caller): AnyOperation | undefined =>
  operations.find(({ scope }) => scope !== undefined && scopes.has(scope));

function allowed(operations: readonly AnyOperation[], caller: Caller): AnyOperation {
  const operation = operationOf(operations, caller);
  if (!operation) throw new Unanswered('forbidden', `This needs one of the scopes ${operations.map(({ scope }) => scope).join(' ')}`);
  return operation;
}

/** Whether it follows the links of a page before, or counts on itself. */
function goesOn({ query }: FastifyRequest): boolean {
  const { offset, walk } = query as { offset?: unknown; walk?: unknown };
  return walk !== undefined || Number(offset) > 0;
}

/** Refusals of ours by code, then by status, in the words of OneRoster. */
function refused({ status, head, body }: CallAnswer): Unanswered {
  const { code, facts } = JSON.parse(Buffer.from(body).toString('utf8')) as { code: string; facts?: Record<string, unknown> };
  const because = (minor: MinorCode, description: string, as?: number) => new Unanswered(minor, description, as, head.retryAfter, code);
  if (code === 'collection.field_unfit') {
    const { field, use } = facts as { field: string; use: string };
    return use === 'sort'
      ? because('invalid_sort_field', `There is no sorting by ${field}`)
      : because('invalid_filter_field', use === 'value' ? `This is no value of ${field}` : `There is no filtering by ${field}`);
  }
  if (code === 'gradebook.unfit') return because('invaliddata', `${String(facts?.['field'])} names nothing that fits here`);
  if (code === 'input.invalid') return because('invaliddata', `These fields are not as they should be: ${fieldsOf(facts)}`);
  if (status === 503 || status === 504) return new Unanswered('server_busy', code, 429, head.retryAfter ?? 1, code);
  const minor = byCode[code] ?? byStatus[status] ?? (status >= 500 ? 'internal_server_error' : 'invaliddata');
  return because(minor, code, status >= 500 ? 500 : status === 409 || status === 400 ? 422 : status);
}

const fieldsOf = (facts: Record<string, unknown> | undefined): string =>
  ((facts?.['errors'] ?? []) as { pointer: string }[]).map(({ pointer }) => pointer.split('/').at(-1)).join(', ');

const byCode: Readonly<Record<string, MinorCode>> = { 'gradebook.in_use': 'deletefailure', 'gradebook.of_another_app': 'forbidden' };

const byStatus: Readonly<Record<number, MinorCode>> = {
  401: 'unauthorisedrequest',
  403: 'forbidden',
  404: 'unknownobject',
  410: 'unknownobject',
  429: 'server_busy',
};
