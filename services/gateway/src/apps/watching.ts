import {
  Refusal,
  RateLimited,
  ServiceUnavailable,
  identity,
  type AnyOperation,
  type Caller,
  type SandboxStep,
  isUuid,
} from '@lianxue/contracts';
import type { Clients } from '@lianxue/wire';
import { Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { traceOf } from '../rest/trace.js';
import type { RefusedCalls } from './refused-calls.js';
import type { Sandboxes, SandboxState } from './sandboxes.js';

/** A call that came through an app, by itself or for a person, on its way through the edge. */
export interface Watched {
  readonly operation: AnyOperation;
  readonly caller: Caller;
  /** Path and query. */
  readonly url: string;
  /** `GET` reads, whatever operation answers it. */
  readonly method: string;
  /** Whether it asks for what follows a page before. */
  readonly goesOn: boolean;
  readonly idempotencyKey: string | undefined;
  readonly ifMatch: string | undefined;
  /** The organisation it is about, where it says so. */
  readonly organisation: string | undefined;
  readonly trace: string;
}

/** What is told of a call to whoever watches: no body, and nothing of the query but whether it goes on. */
export function watchedOf(operation: AnyOperation, request: FastifyRequest, caller: Caller, goesOn: boolean): Watched {
  const { headers, method, url, id } = request;
  return {
    ...{ operation, caller, url, method, goesOn },
    idempotencyKey: headerOf(headers['idempotency-key']),
    ifMatch: headers['if-match'],
    organisation: organisationOf(request),
    trace: traceOf(id),
  };
}

/** The organisation a call is about, where it says so outside its body. */
export function organisationOf({ headers, params }: FastifyRequest): string | undefined {
  const about = headerOf(headers['acting-organisation']) ?? (params as { organisationId?: string }).organisationId;
  return about !== undefined && isUuid(about) ? about : undefined;
}

export const headerOf = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

/** What a call of a sandbox meets: another time, or a fault on demand. */
export interface Met {
  readonly clockShift?: number;
  readonly fault?: { readonly refusal: Refusal; readonly retryAfter: number };
}

/** Seconds that a fault on demand tells a program to wait. */
const waits = { 429: 2, 503: 1 } as const;

/** Beside the calls of apps: faults and clocks in sandboxes, their checklists, and the refused calls of every app, made by itself or with a person's token. */
export class Watching {
  private readonly log = new Logger('Sandbox');

  constructor(
    private readonly sandboxes: Sandboxes,
    private readonly refused: RefusedCalls,
    private readonly clients: Clients,
  ) {}

  /** For a caller of no sandbox there is nothing to wait for. */
  before(call: Watched): Met | Promise<Met> {
    const { sandbox, client } = call.caller;
    return sandbox === undefined || controlsSandbox(call.operation) ? {} : this.inSandbox(sandbox, client, call);
  }

  after(call: Watched, status: number, code: string | undefined): void {
    const { kind, client, sandbox } = call.caller;
    if (status >= 400 && code !== undefined && (kind === 'app' || kind === 'person')) {
      const { operation, organisation = null, trace } = call;
      this.refused.add({ client, at: new Date(), operation: operation.name, status, code, organisation, trace });
    }
    if (sandbox === undefined) return;
    this.noted(this.watch(sandbox, call, status));
  }

  /** What a sandbox's program was seen doing elsewhere than in a call. */
  shown(client: string, step: SandboxStep): void {
    this.noted(this.sandboxes.appOf(client).then((app) => (app === undefined ? undefined : this.tell(app, client, [step]))));
  }

  /** Nobody waits for it. */
  private noted(noting: Promise<void>): void {
    void noting.catch((error: unknown) => this.log.warn(`A step was not noted: ${String(error)}`));
  }

  private async inSandbox(app: string, client: string, call: Watched): Promise<Met> {
    const state = await this.sandboxes.of(app, client);
    if (state.waitUntil) await this.judgeWaiting(app, client, state.waitUntil);
    const fault = state.faultCount > 0 ? await this.sandboxes.takeFault(app) : undefined;
    if (fault === 429) {
      await this.sandboxes.set(app, client, { waitUntil: new Date(Date.now() + waits[429] * 1000) });
      return { fault: { refusal: new Refusal(RateLimited), retryAfter: waits[429] } };
    }
    if (fault === 503) {
      await this.sandboxes.set(app, client, { toRetry: sameRequest(call) });
      return { fault: { refusal: new Refusal(ServiceUnavailable), retryAfter: waits[503] } };
    }
    return { clockShift: state.clockShiftMs };
  }

  /** Whoever comes back too early has to show it again. */
  private async judgeWaiting(app: string, client: string, waitUntil: Date): Promise<void> {
    const waited = Date.now() >= waitUntil.getTime();
    await this.sandboxes.set(app, client, { waitUntil: null });
    if (waited) await this.tell(app, client, ['tooMany']);
  }

  private async watch(app: string, call: Watched, status: number): Promise<void> {
    const { client } = call.caller;
    if (call.operation.name === identity.resetSandbox.name && status < 300) return this.sandboxes.clear(app, client);
    if (controlsSandbox(call.operation)) return;
    if (status >= 400) return;
    const steps = stepsIn(call, status, await this.sandboxes.of(app, client));
    if (steps.includes('unavailable')) await this.sandboxes.set(app, client, { toRetry: null });
    await this.tell(app, client, steps);
  }

  private async tell(app: string, client: string, steps: readonly SandboxStep[]): Promise<void> {
    const news = await this.sandboxes.note(app, client, steps);
    if (news.length > 0) await this.clients.of(identity).sandboxSeen({ client, steps: news });
  }
}

/** Moving the clock and asking for faults must always work. */
const controlsSandbox = ({ path }: AnyOperation): boolean => path === '/sandbox' || path.startsWith('/sandbox/');

/** What makes a second request a repetition of the first: a write by its key, a read by its address. */
const sameRequest = ({ operation, method, idempotencyKey, url }: Watched): string | null => {
  if (method === 'GET') return `get ${url}`;
  return idempotencyKey === undefined ? null : `${operation.name} ${idempotencyKey}`;
};

function stepsIn(call: Watched, status: number, { toRetry }: SandboxState): SandboxStep[] {
  const { operation, method, goesOn, ifMatch } = call;
  const steps: SandboxStep[] = ['token'];
  if (goesOn) steps.push('paging');
  if (status === 304 || (ifMatch !== undefined && ifMatch !== '*' && method !== 'GET')) steps.push('condition');
  if (toRetry !== null && toRetry === sameRequest(call)) steps.push('unavailable');
  if (operation.path === identity.myReach.path) steps.push('reach');
  if (operation.name === identity.answerDeletionRequest.name) steps.push('deletion');
  return steps;
}
