import {
  publicOperations,
  ServiceUnavailable,
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
import { headerOf as header, organisationOf, watchedOf, type Watching } from '../apps/watching.js';
import type { Admitting } from '../limits/admitting.js';
import type { Switches } from '../sub-platforms/switches.js';
import { MethodNotAllowed } from '../problems/edge.refusals.js';
import { languageOf } from '../problems/language.js';
import type { AnswerWriter } from './answer-writer.js';
import { answerFault } from './faults.js';
import { codeOf, refuseRequest } from './refusing.js';
import { isEncoded, queryFault } from './route-request.js';

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
      readonly admitting: Admitting;
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
      if (request.headers.authorization === undefined && op.permits !== 'anyone') return refuseRequest(request, reply, TokenMissing);
      const admitted = await this.parts.admitting.admit(op, request);
      if (admitted instanceof Refusal) return refuseRequest(request, reply, admitted.kind, admitted.facts as Record<string, unknown>);
      const { standing, caller, token } = admitted;
      reply.header('ratelimit', standing.limit).header('ratelimit-policy', standing.policy);
      const watched = caller && this.parts.watching && watchedOf(op, request, caller, goesOn(op, request));
      const after = () => watched && this.parts.watching?.after(watched, reply.statusCode, codeOf(reply));
      if (!standing.allowed) {
        refuseRequest(request, reply.header('retry-after', String(standing.retryAfterSeconds)), RateLimited);
        return after();
      }
      const fault = queryFault(request) ?? (isEncoded(request) ? { wording: MediaTypeUnsupported } : undefined);
      if (fault) {
        refuseRequest(request, reply, fault.wording, fault.facts);
        return after();
      }
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

/** Whether a list is asked for what follows a page before. */
const goesOn = (op: AnyOperation, { query }: FastifyRequest): boolean =>
  op.returns?.kind === 'page' && typeof (query as { cursor?: unknown }).cursor === 'string';

/** An app with a quota gets shorter pages than it asks for, never none. */
function withinQuota(query: unknown, caller: Caller | undefined): unknown {
  const pageSize = caller?.kind === 'app' ? caller.quota?.[1] : undefined;
  const { limit } = query as { limit?: unknown };
  return pageSize !== undefined && Number(limit) > pageSize ? { ...(query as object), limit: String(pageSize) } : query;
}

const hasMembers = (query: unknown): boolean => Object.keys(query as object).length > 0;
