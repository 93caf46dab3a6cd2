import { createHmac, timingSafeEqual } from 'node:crypto';

/** A delivery that is not the platform's, or is stale: answer 401 and look at nothing in it. */
export class WebhookInvalid extends Error {
  override readonly name = 'WebhookInvalid';
}

/** A fact as it is delivered: CloudEvents 1.0. */
export interface WebhookEvent<T = unknown> {
  readonly specversion: '1.0';
  /** The same on every retry and redelivery: remember it, and answer 2xx when it comes again. */
  readonly id: string;
  readonly source: string;
  readonly type: string;
  /** `<thing>/<id>`. */
  readonly subject: string;
  readonly time: string;
  readonly entityversion: number;
  readonly organisation: string | null;
  readonly actorkind: string;
  /** The entity after the change; null once it is deleted. */
  readonly data: T | null;
}

type Headers = { get(name: string): string | null } | Readonly<Record<string, string | readonly string[] | undefined>>;

/** Older or newer deliveries than this are refused: what was overheard cannot be played again. */
const toleranceSeconds = 300;

/**
 * Verifies a delivery as Standard Webhooks says and reads its event. Give it the body exactly as it came: parsed and
 * written again it is another text.
 * @example const event = verifyWebhook(secret, request.headers, rawBody);
 */
export function verifyWebhook<T = unknown>(
  secret: string,
  headers: Headers,
  body: string | Uint8Array,
  now: Date = new Date(),
): WebhookEvent<T> {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => headerOf(headers, name));
  if (!id || !timestamp || !signatures) throw new WebhookInvalid('A webhook header is missing');
  const age = Math.abs(now.getTime() / 1000 - Number(timestamp));
  if (!(age <= toleranceSeconds)) throw new WebhookInvalid('The delivery is too old or too new');
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
  if (!signatures.split(' ').some((each) => matches(each, expected))) throw new WebhookInvalid('No signature matches');
  return JSON.parse(typeof body === 'string' ? body : Buffer.from(body).toString('utf8')) as WebhookEvent<T>;
}

function matches(signature: string, expected: Buffer): boolean {
  const given = signature.startsWith('v1,') ? Buffer.from(signature.slice(3), 'base64') : Buffer.alloc(0);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function headerOf(headers: Headers, name: string): string | undefined {
  const value = typeof headers.get === 'function' ? headers.get(name) : (headers as Record<string, string | undefined>)[name];
  return (Array.isArray(value) ? String(value[0]) : value) ?? undefined;
}
