import * as contracts from '@lianxue/contracts';
import type { AnyOperation } from '@lianxue/contracts';
import { Accident, AnswerNotAcceptable, HeaderRepeated, RequestMalformed, type Wording } from '../problems/edge.refusals.js';
import { problemMediaType } from '../problems/problem.js';
import type { Json } from './schemas.js';

/** Every way in which this operation may say no: what it declares, what the platform adds, what the edge refuses. */
function refusalsOf(op: AnyOperation): readonly Wording[] {
  const signedIn = op.permits !== 'anyone';
  const writes = op.verb !== 'get';
  const takesInput = Boolean(op.params ?? op.query ?? op.body);
  const when = (condition: unknown, ...kinds: readonly Wording[]) => (condition ? kinds : []);
  return [
    ...(op.fails ?? []),
    RequestMalformed,
    HeaderRepeated,
    ...when(takesInput, contracts.InputInvalid),
    ...when(op.returns?.kind === 'page', contracts.CursorInvalid, AnswerNotAcceptable),
    ...when(signedIn && op.permits.includes('app') && (op.reach ?? 'subtree') !== 'subtree', contracts.OrganisationRequired),
    ...when(signedIn, contracts.TokenMissing),
    contracts.TokenInvalid,
    contracts.TokenExpired,
    contracts.TokenRevoked,
    ...when(signedIn, contracts.ScopeMissing, contracts.RoleNotPermitted),
    ...when(op.params, contracts.NotFound),
    ...when(op.creates, contracts.IdTaken),
    ...when(signedIn && op.verb === 'post', contracts.IdempotencyInProgress, contracts.IdempotencyMismatch),
    ...when(writes, contracts.VersionConflict),
    ...when(op.guarded, contracts.VersionChanged, contracts.VersionRequired),
    ...when(op.body, contracts.BodyTooLarge, contracts.MediaTypeUnsupported),
    ...when(op.returns, contracts.AnswerTooLarge),
    contracts.RateLimited,
    contracts.ServiceUnavailable,
    ...when(signedIn && writes, contracts.RevocationUnknown),
    writes ? contracts.OutcomeUnknown : contracts.TimedOut,
    Accident,
  ];
}

/** Responses that many operations share are told once, as components: the same codes at the same status are the same response. */
export class RefusalResponses {
  readonly components: Record<string, Json> = {};
  private readonly names = new Map<string, string>();

  /** One response for each status, its codes listed with their sentences; all share the schema `Problem`. */
  of(op: AnyOperation): Record<string, Json> {
    const byStatus = new Map<number, Map<string, Wording>>();
    for (const wording of refusalsOf(op)) {
      if (!byStatus.has(wording.status)) byStatus.set(wording.status, new Map());
      byStatus.get(wording.status)!.set(wording.code, wording);
    }
    const own = new Set<string>(op.fails?.map(({ code }) => code));
    const responses = [...byStatus]
      .sort(([a], [b]) => a - b)
      .map(([status, wordings]): [string, Json] => {
        const response = refusalResponse(status, [...wordings.values()]);
        return [String(status), [...wordings.keys()].some((code) => own.has(code)) ? response : this.named(status, response)];
      });
    return Object.fromEntries(responses);
  }

  private named(status: number, response: Json): Json {
    const text = JSON.stringify(response);
    if (!this.names.has(text)) {
      const variants = [...this.names.values()].filter((name) => name.startsWith(`Refused${status}`)).length;
      this.names.set(text, variants ? `Refused${status}-${variants + 1}` : `Refused${status}`);
      this.components[this.names.get(text)!] = response;
    }
    return { $ref: `#/components/responses/${this.names.get(text)}` };
  }
}

function refusalResponse(status: number, wordings: readonly Wording[]): Json {
  return {
    description: wordings.map(({ code, title }) => `- \`${code}\` ${title.zh} ${title.en}`).join('\n'),
    ...headersOf(status),
    content: { [problemMediaType.split(';')[0]!]: { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

function headersOf(status: number): Json {
  if (status === 401 || status === 403) return { headers: { 'WWW-Authenticate': { $ref: '#/components/headers/WWW-Authenticate' } } };
  if (status === 429 || status === 503) return { headers: { 'Retry-After': { $ref: '#/components/headers/Retry-After' } } };
  return {};
}
