import { createHmac, timingSafeEqual } from 'node:crypto';
import { CursorInvalid, refuse, type Call } from '@lianxue/contracts';
import type { Order } from '../store.js';
import { canonical } from './canonical.js';

/** 128 bits are enough for a mark that nobody can try offline. */
const markLength = 16;

/** What differs from page to page of one list. */
const paging: ReadonlySet<string> = new Set(['cursor', 'limit']);

/**
 * Where a page ended: the order values of its last row, as text. Signed, and good only for the same operation, filter,
 * order and caller; with anything else it is refused rather than answered wrongly.
 */
export class Cursors {
  constructor(private readonly secret: Buffer) {}

  write(last: readonly string[], call: Call, order: Order): string {
    const place = Buffer.from(JSON.stringify(last));
    return Buffer.concat([this.mark(place, call, order), place]).toString('base64url');
  }

  read(cursor: string, call: Call, order: Order): string[] {
    const bytes = Buffer.from(cursor, 'base64url');
    const place = bytes.subarray(markLength);
    // Comparing the text too: decoding base64url passes over letters that do not belong.
    const genuine =
      bytes.length > markLength &&
      bytes.toString('base64url') === cursor &&
      timingSafeEqual(bytes.subarray(0, markLength), this.mark(place, call, order));
    if (!genuine) throw refuse(CursorInvalid);
    return JSON.parse(place.toString()) as string[];
  }

  private mark(place: Buffer, { caller, operation, input }: Call, order: Order): Buffer {
    const filter = Object.fromEntries(Object.entries(input ?? {}).filter(([key]) => !paging.has(key)));
    const bound = canonical([operation.name, filter, order, caller.kind, caller.subject, caller.client, caller.organisation ?? null]);
    return createHmac('sha256', this.secret).update(place).update(bound).digest().subarray(0, markLength);
  }
}
