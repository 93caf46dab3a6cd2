import { Injectable } from '@nestjs/common';
import {
  platformRefusals,
  Refusal,
  shiftOfTime,
  type AnyOperation,
  type Call,
  type Contract,
  type OutputOf,
  type RefusalKind,
  type RequestOf,
} from '@lianxue/contracts';
import { tokenOf } from '../serving/call-of.js';
import type { ServiceTokens } from '../tokens/service-tokens.js';
import type { Calls, CallAnswer, CallRequest } from './call.js';

/** What may go with a call besides its input. */
export interface ClientOptions {
  readonly idempotencyKey?: string;
  /** The version the caller saw. */
  readonly ifMatch?: number | '*';
  /** Epoch milliseconds. */
  readonly deadline?: number;
}

type ClientMethod<O> =
  {} extends RequestOf<O>
    ? (request?: RequestOf<O>, options?: ClientOptions) => Promise<OutputOf<O>>
    : (request: RequestOf<O>, options?: ClientOptions) => Promise<OutputOf<O>>;

/** A contract as its caller sees it: one method for each operation; refusals are thrown as {@link Refusal}. */
export type ClientOf<C> = { readonly [K in keyof C]: ClientMethod<C[K]> };

/** The service called answered with an accident; its log has the detail. */
export class ServiceFailed extends Error {}

/**
 * Typed clients of other services.
 * @example const { posts } = await clients.of(identity).postsOf({ person });
 */
@Injectable()
export class Clients {
  private readonly own = new WeakMap<Contract, unknown>();

  constructor(
    private readonly calls: Calls,
    private readonly tokens: ServiceTokens,
  ) {}

  /** Calls as this service, or (given a call being served) with that caller's own token, language, trace and deadline. */
  of<C extends Contract>(contract: C, call?: Call): ClientOf<C> {
    if (call) return this.clientOf(contract, call);
    let client = this.own.get(contract) as ClientOf<C> | undefined;
    if (!client) this.own.set(contract, (client = this.clientOf(contract)));
    return client;
  }

  private clientOf<C extends Contract>(contract: C, call?: Call): ClientOf<C> {
    const methods = Object.entries(contract).map(([key, op]) => [
      key,
      (request?: Record<string, unknown>, options?: ClientOptions) => this.ask(op, request ?? {}, options ?? {}, call),
    ]);
    return Object.fromEntries(methods) as ClientOf<C>;
  }

  private async ask(operation: AnyOperation, request: Record<string, unknown>, options: ClientOptions, call?: Call): Promise<unknown> {
    const { ifMatch, ...rest } = options;
    const answer = await this.calls.call({
      operation,
      ...(call ? forwarded(call) : { token: await this.tokens.token() }),
      ...parted(operation, request),
      ...rest,
      ifMatch: typeof ifMatch === 'number' ? `"${ifMatch}"` : ifMatch,
    });
    if (answer.status >= 400) throw refusalIn(operation, answer);
    return answer.body.byteLength > 0 ? JSON.parse(Buffer.from(answer.body).toString('utf8')) : undefined;
  }
}

const forwarded = (call: Call): Partial<CallRequest> => ({
  token: tokenOf(call),
  language: call.language,
  traceparent: call.traceparent,
  deadline: call.deadline,
  ...(shiftOfTime() !== 0 && { clockShift: shiftOfTime() }),
  actingOrganisation: call.caller.kind === 'app' ? call.caller.organisation : undefined,
});

/** Parts one input into what the path, the query and the body of the operation take. */
function parted(operation: AnyOperation, request: Record<string, unknown>): Pick<CallRequest, 'params' | 'query' | 'body'> {
  const pick = (keys: object | undefined) =>
    keys ? Object.fromEntries(Object.entries(request).filter(([key]) => key in keys)) : undefined;
  const params = pick(operation.params?.shape);
  const query = pick(operation.query?.shape);
  if (!operation.body) return { params, query };
  const body = Object.fromEntries(Object.entries(request).filter(([key]) => !(params && key in params) && !(query && key in query)));
  return { params, query, body: JSON.stringify(body) };
}

const platformKinds = new Map(platformRefusals.map((kind) => [kind.code, kind]));

function refusalIn(operation: AnyOperation, { status, body }: CallAnswer): Error {
  const { code, facts } = JSON.parse(Buffer.from(body).toString('utf8')) as { code: string; facts?: unknown };
  const kind: RefusalKind | undefined = operation.fails?.find((declared) => declared.code === code) ?? platformKinds.get(code);
  return kind ? new Refusal(kind, facts) : new ServiceFailed(`${operation.name} answered ${status} ${code}`);
}
