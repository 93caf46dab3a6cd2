import { randomFillSync } from 'node:crypto';

const spanBytes = 8;
const traceBytes = 16;
/** Random bytes are drawn for many requests at once: asking for a few costs as much as asking for thousands. */
const pool = Buffer.alloc(4096);
let drawn = pool.length;

function randomHex(bytes: number): string {
  if (drawn + bytes > pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  return pool.toString('hex', drawn, (drawn += bytes));
}

const wellFormed = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The request's W3C trace context: the caller's own, or a new one. */
export function traceparentOf(header: unknown): string {
  if (typeof header === 'string' && wellFormed.test(header) && !header.startsWith('00-00000000000000000000000000000000')) return header;
  return `00-${randomHex(traceBytes)}-${randomHex(spanBytes)}-01`;
}

/** The part by which the log is searched. */
export const traceOf = (traceparent: string): string => traceparent.slice(3, 35);
