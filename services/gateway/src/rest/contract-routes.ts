import {
  publicOperations,
  ServiceUnavailable,
  TokenInvalid,
  TokenMissing,
  MediaTypeUnsupported,
  RateLimited,
  Refusal,
  type AnyOperation,
  type Caller,
  type Contract,
} from '@lianxue/contracts';
import type { Calls, CallAnswer } from '@lianxue/wire';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Watched, Watching } from '../apps/watching.js';
import type { Switches } from '../sub-platforms/switches.js';
import type { RequestLimits, Standing } from '../limits/request-limits.js';
import { MethodNotAllowed } from '../problems/edge.refusals.js';
import { languageOf } from '../problems/language.js';
import type { AnswerWriter } from './answer-writer.js';
import { answerFault } from './faults.js';
import { codeOf, refuseRequest } from './refusing.js';
import { traceOf } from './trace.js';
import { bearerOf, isEncoded, queryFault } from './route-request.js';

/** Verifies a token; throws a {@link Refusal} of it. */
export interface Verifying {
  verify(token: string, options: { readonly atEdge: true }): Promise<Caller>;
}

/** A restarting service is back within moments, and another instance takes over at once: a read is worth one more try. */
const retryAfterMs = 250;

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/**
 * The REST routes of every public operation. They forward: what a body, a parameter or a query says is read by the
 * service alone. They live on Fastify itself, since nothing of Nest's request machinery is needed here and all of it costs.
 */
export class ContractRoutes {
  constructor(
    private readonly contracts: readonly Contract[],
    private readonly parts: {
      readonly calls: Calls;
      readonly tokens: Verifying;
      readonly limits: RequestLimits;
      readonly answers: AnswerWriter;
      readonly log: Logger;
      readonly deadlineMs: number;
      /** What happens beside the calls of apps; absent where there are none. */
      readonly watching?: Watching | undefined;
      /** What sub-platforms switched off; absent where there are none. */
      readonly switches?: Switches | undefined;
    },
  ) {}

  register(scope: FastifyInstance): void {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.setErrorHandler((error, request, reply) => answerFault(error, request, reply, this.parts.log));
    this.tellRequests(scope);
    const byUrl = new Map<string, AnyOperation[]>();
    for (const op of publicOperations(this.contracts)) byUrl.set(op.base + op.path, [...(byUrl.get(op.base + op.path) ?? []), op]);
    for (const [url, operations] of byUrl) this.registerAddress(scope, url, operations);
  }

  /** One line for each request, for whoever asks for that much; it names no person and no row. */
  private tellRequests(scope: FastifyInstance): void {
    const { log } = this.parts;
    if (!log.isLevelEnabled('debug')) return;
    scope.addHook('onResponse', (request, reply, done) => {
      log.debug({
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        trace: request.id,
      });
      done();
    });
  }

  /** One address: its operations, and a refusal for every other method. */
  private registerAddress(scope: FastifyInstance, url: string, operations: readonly AnyOperation[]): void {
    for (const op of operations) {
      scope.route({ method: op.verb.toUpperCase(), url, handler: (request, reply) => void this.serve(op, request, reply) });
    }
    const served = new Set(operations.map(({ verb }) => verb.toUpperCase()));
    const allow = [...served, ...(served.has('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
    scope.route({
      method: methods.filter((method) => !served.has(method)),
      url,
      handler: (request, reply) => refuseRequest(request, reply.header('allow', allow), MethodNotAllowed, { method: request.method }),
    });
  }

  private async serve(op: AnyOperation, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    try {
      const bearer = bearerOf(request.headers.authorization);
      if (bearer === 'none' && op.permits !== 'anyone') return refuseRequest(request, reply, TokenMissing);
      const token = typeof bearer === 'object' ? bearer.token : undefined;
      const admitted = await this.admit(op, request, bearer === 'bad', token);
      if (admitted instanceof Refusal) return refuseRequest(request, reply, admitted.kind, admitted.facts as Record<string, unknown>);
      const { standing, caller } = admitted;
      reply.header('ratelimit', standing.limit).header('ratelimit-policy', standing.policy);
      const watched = caller && this.parts.watching && watchedOf(op, request, caller);
      const after = () => watched && this.parts.watching?.after(watched, reply.statusCode, codeOf(reply));
      if (!standing.allowed) {
        refuseRequest(request, reply.header('retry-after', String(standing.retryAfterSeconds)), RateLimited);
        return after();
      }
      const fault = queryFault(request) ?? (isEncoded(request) ? { wording: MediaTypeUnsupported } : undefined);
      if (fault) return refuseRequest(request, reply, fault.wording, fault.facts);
      const off = caller && this.parts.switches?.refusal(op, caller, organisationOf(request));
      const without = off instanceof Promise ? await off : off;
      if (without) {
        refuseRequest(request, reply, without.kind, without.facts as Record<string, unknown>);
        return after();
      }
      const met = watched && this.parts.watching?.before(watched);
      const { clockShift, fault: wanted } = (met instanceof Promise ? await met : met) ?? {};
      if (wanted) refuseRequest(request, reply.header('retry-after', String(wanted.retryAfter)), wanted.refusal.kind);
      else
        await this.parts.answers.write(op, request, reply, (query) =>
          this.forward(op, request, token, withinQuota(query, caller), clockShift),
        );
      after();
    } catch (error) {
      answerFault(error, request, reply, this.parts.log);
    }
  }

  /** Counts the call: under its caller where the token is good, else under the address, so that guessing tokens has its limit too. */
  private async admit(
    op: AnyOperation,
    request: FastifyRequest,
    malformed: boolean,
    token: string | undefined,
  ): Promise<{ readonly standing: Standing; readonly caller?: Caller } | Refusal> {
    if (token !== undefined) {
      try {
        const caller = await this.parts.tokens.verify(token, { atEdge: true });
        const [calls] = (caller.kind === 'app' && caller.quota) || [];
        const { limits } = this.parts;
        return { standing: await (calls ? limits.ofApp(caller.client, calls) : limits.ofCaller(caller.client, caller.subject)), caller };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const standing = await this.parts.limits.ofAddress(op, request.ip);
        return standing.allowed ? error : { standing };
      }
    }
    const standing = await this.parts.limits.ofAddress(op, request.ip);
    return malformed && standing.allowed ? new Refusal(TokenInvalid) : { standing };
  }

  private async forward(
    op: AnyOperation,
    request: FastifyRequest,
    token: string | undefined,
    query: unknown,
    clockShift: number | undefined,
  ): Promise<CallAnswer> {
    const { headers } = request;
    const call = {
      operation: op,
      token,
      params: op.params ? (request.params as Record<string, string>) : undefined,
      query: op.query || hasMembers(query) ? (query as Record<string, string>) : undefined,
      idempotencyKey: header(headers['idempotency-key']),
      ifMatch: headers['if-match'],
      actingOrganisation: header(headers['acting-organisation']),
      language: languageOf(headers['accept-language']),
      traceparent: request.id,
      clockShift,
      deadline: Date.now() + this.parts.deadlineMs,
      body: request.body as Buffer | undefined,
    };
    const answer = await this.parts.calls.call(call);
    if (answer.status !== ServiceUnavailable.status || op.verb !== 'get') return answer;
    await sleep(retryAfterMs);
    return this.parts.calls.call(call);
  }
}

/** What is told of a call to whoever watches: no body, and of the query only whether it goes on from a page before. */
function watchedOf(operation: AnyOperation, request: FastifyRequest, caller: Caller): Watched {
  const { headers, url, id } = request;
  return {
    operation,
    caller,
    url,
    cursor: typeof (request.query as { cursor?: unknown }).cursor === 'string',
    idempotencyKey: header(headers['idempotency-key']),
    ifMatch: headers['if-match'],
    organisation: organisationOf(request),
    trace: traceOf(id),
  };
}

/** The organisation a call is about, where it says so outside its body. */
function organisationOf({ headers, params }: FastifyRequest): string | undefined {
  const about = header(headers['acting-organisation']) ?? (params as { organisationId?: string }).organisationId;
  return about !== undefined && uuid.test(about) ? about : undefined;
}

/** An app with a quota gets shorter pages than it asks for, never none. */
function withinQuota(query: unknown, caller: Caller | undefined): unknown {
  const pageSize = caller?.kind === 'app' ? caller.quota?.[1] : undefined;
  const { limit } = query as { limit?: unknown };
  return pageSize !== undefined && Number(limit) > pageSize ? { ...(query as object), limit: String(pageSize) } : query;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const header = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

const hasMembers = (query: unknown): boolean => Object.keys(query as object).length > 0;
