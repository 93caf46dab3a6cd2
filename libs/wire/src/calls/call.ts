import type { AnyOperation, RefusalKind } from '@lianxue/contracts';
import type { AnswerHead, CallHead } from './heads.js';

/** A call as its sender makes it; the body is JSON text or its bytes, passed on unread. */
export interface CallRequest extends Partial<Omit<CallHead, 'id' | 'operation'>> {
  readonly operation: Pick<AnyOperation, 'name' | 'service' | 'verb'>;
  readonly body?: Uint8Array | string | undefined;
}

/** An answer as it came: a refusal's body is `{ code, facts }`, an accident's (status 500) `{ code: 'accident' }`. */
export interface CallAnswer {
  readonly status: number;
  readonly head: AnswerHead;
  readonly body: Uint8Array;
}

/** How long a caller waits unless it says otherwise: a service's statements end after 2 s, so a read past 3 s will not come. */
const patienceMs = { read: 3_000, write: 8_000 };

export const isRead = ({ verb }: Pick<AnyOperation, 'verb'>): boolean => verb === 'get';

export const deadlineOf = ({ operation, deadline }: CallRequest, now: number): number =>
  deadline ?? now + (isRead(operation) ? patienceMs.read : patienceMs.write);

/** Carries calls: over NATS, or within the process. Always answers; a call that could not be carried is answered with a refusal. */
export abstract class Calls {
  abstract call(request: CallRequest): Promise<CallAnswer>;
}

/** An answer that refuses. `retryAfter` among the facts becomes a header field. */
export function refusedAnswer({ code, status }: RefusalKind, facts: unknown = {}): CallAnswer {
  const said = (facts as { retryAfter?: unknown } | null)?.retryAfter;
  const retryAfter = typeof said === 'number' ? said : status === 503 ? 1 : undefined;
  return { status, head: retryAfter === undefined ? {} : { retryAfter }, body: Buffer.from(JSON.stringify({ code, facts })) };
}
