import { Refusal, type AnyOperation, type Caller } from '@lianxue/contracts';
import type { CallAnswer, Calls } from '@lianxue/wire';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { headerOf, Watching, watchedOf, type Watched } from '../apps/watching.js';
import { Admitting } from '../limits/admitting.js';
import { EdgeCalls } from '../rest/edge-calls.js';
import { EDGE_SETTINGS, type EdgeSettings } from '../settings.js';
import { Switches } from '../sub-platforms/switches.js';
import { TurnedAway } from './turned-away.js';

/** An app that may ask, of whom, and what it asked. */
export interface Asking {
  readonly request: FastifyRequest;
  readonly caller: Caller;
  readonly operation: AnyOperation;
  /** Asks the owner of the data with the app’s own token; another operation needs no other scope. */
  readonly ask: <T>(body: unknown, other?: AnyOperation) => Promise<T>;
}

export type Answering = (asking: Asking, reply: FastifyReply) => Promise<void>;

/** How a standard speaks of what is not answered as it was asked. */
export interface Voice {
  /** Its name, in the log. */
  readonly name: string;
  /** Whether a request follows a page before. */
  goesOn(request: FastifyRequest): boolean;
  /** The organisation to which a request narrows an app, where it says so. */
  actingOrganisation?(request: FastifyRequest): Promise<string | undefined>;
  /** A refusal of ours in its words. */
  refused(answer: CallAnswer): Error;
  /** Sends what was thrown; answers the code under which an app finds it among its refused calls, undefined for an accident. */
  send(error: unknown, reply: FastifyReply): string | undefined;
}

/** Lets apps ask the owners of the data: counted, watched and refused as everywhere at the edge, but in the words of a standard. */
export class OwnerCalls {
  private readonly log: Logger;

  constructor(
    private readonly parts: {
      readonly calls: Calls;
      readonly admitting: Admitting;
      readonly watching: Watching;
      readonly switches: Switches;
      readonly deadlineMs: number;
    },
    private readonly voice: Voice,
  ) {
    this.log = new Logger(voice.name);
  }

  static of(app: NestFastifyApplication, voice: Voice): OwnerCalls {
    const { deadlineMs } = app.get<EdgeSettings>(EDGE_SETTINGS);
    const asked = { calls: app.get(EdgeCalls), admitting: app.get(Admitting) };
    return new OwnerCalls({ ...asked, watching: app.get(Watching), switches: app.get(Switches), deadlineMs }, voice);
  }

  /** Serves an address of which one of these operations answers: the first whose scope the app holds. */
  serving(operations: readonly [AnyOperation, ...AnyOperation[]], answering: Answering) {
    return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      let watched: Watched | undefined;
      let code: string | undefined;
      try {
        const { caller, token, standing } = await this.admitted(operations[0], request);
        reply.header('ratelimit', standing.limit).header('ratelimit-policy', standing.policy);
        watched = watchedOf(operationOf(operations, caller) ?? operations[0], request, caller, this.voice.goesOn(request));
        if (!standing.allowed) throw busy(standing.retryAfterSeconds);
        const acting = headerOf(request.headers['acting-organisation']) ?? (await this.voice.actingOrganisation?.(request));
        const off = await this.parts.switches.refusal(watched.operation, caller, watched.organisation ?? acting);
        if (off) throw new TurnedAway('forbidden', 'This service is switched off here', { code: off.kind.code });
        const { clockShift, fault } = await this.parts.watching.before(watched);
        if (fault) throw new TurnedAway('fault', 'As was asked for', { status: fault.refusal.kind.status, retryAfter: fault.retryAfter });
        const operation = allowed(operations, caller);
        const ask = <T>(body: unknown, other = operation) => this.ask<T>(other, body, token, acting, request, clockShift);
        await answering({ request, caller, operation, ask }, reply);
      } catch (error) {
        code = this.voice.send(error, reply);
        if (code === undefined) this.log.error(error);
        code ??= 'internal_server_error';
      }
      if (watched) this.parts.watching.after(watched, reply.statusCode, code);
    };
  }

  private async admitted(operation: AnyOperation, request: FastifyRequest) {
    const admitted = await this.parts.admitting.admit(operation, request);
    if (admitted instanceof Refusal) throw unauthorised();
    const { caller, token, standing } = admitted;
    if (caller && token !== undefined) return { caller, token, standing };
    throw standing.allowed ? unauthorised() : busy(standing.retryAfterSeconds);
  }

  private async ask<T>(
    operation: AnyOperation,
    body: unknown,
    token: string,
    actingOrganisation: string | undefined,
    { id, headers }: FastifyRequest,
    clockShift: number | undefined,
  ): Promise<T> {
    const answer = await this.parts.calls.call({
      ...{ operation, token, body: JSON.stringify(body), language: 'en', traceparent: id, clockShift, actingOrganisation },
      idempotencyKey: headerOf(headers['idempotency-key']),
      deadline: Date.now() + this.parts.deadlineMs,
    });
    if (answer.status >= 400) throw this.voice.refused(answer);
    return (answer.body.byteLength > 0 ? JSON.parse(Buffer.from(answer.body).toString('utf8')) : undefined) as T;
  }
}

const busy = (retryAfter: number) => new TurnedAway('busy', 'Too many requests', { retryAfter });

const unauthorised = () => new TurnedAway('unauthorised', 'An access token is needed, and this is none that holds');

const operationOf = (operations: readonly AnyOperation[], { scopes }: Caller): AnyOperation | undefined =>
  operations.find(({ scope }) => scope !== undefined && scopes.has(scope));

function allowed(operations: readonly AnyOperation[], caller: Caller): AnyOperation {
  const operation = operationOf(operations, caller);
  if (!operation) throw new TurnedAway('forbidden', `This needs one of the scopes ${operations.map(({ scope }) => scope).join(' ')}`);
  return operation;
}
