/** What goes before a call's body. */
export interface CallHead {
  readonly id: number;
  /** The operation's name. */
  readonly operation: string;
  /** The caller's access token; absent for Anyone. */
  readonly token?: string | undefined;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly idempotencyKey?: string | undefined;
  /** As the caller wrote it: `"3"` or `*`. */
  readonly ifMatch?: string | undefined;
  readonly language?: 'zh' | 'en' | undefined;
  readonly traceparent?: string | undefined;
  /** Epoch milliseconds; nobody waits for an answer after it. */
  readonly deadline: number;
  readonly actingOrganisation?: string | undefined;
  /** By how many milliseconds the clock of the caller's sandbox is ahead; nothing for any other caller. */
  readonly clockShift?: number | undefined;
}

/** What goes before an answer's body, besides id and status: what the edge turns into header fields. */
export interface AnswerHead {
  readonly etag?: string | undefined;
  readonly location?: string | undefined;
  /** Cursor of the next page. */
  readonly next?: string | undefined;
  /** Seconds. */
  readonly retryAfter?: number | undefined;
}

/** Subject at which a service is called; its instances share it as a queue group. */
export const callSubject = (service: string): string => `lianxue.call.${service}`;

/** The largest body a call may carry; larger things are files. */
export const maxBodyBytes = 256 * 1024;

/** The largest answer; NATS carries at most 1 MB. */
export const maxAnswerBytes = 900 * 1024;
