import { randomFillSync } from 'node:crypto';

/** Random bytes fetched for 256 ids at once, since each call into the operating system costs more than the id. */
const entropy = Buffer.alloc(256 * 8);
let spent = entropy.length;
let lastMoment = 0;
let withinMoment = 0;

/**
 * A new id: UUIDv7. Ids of one process grow strictly: the 12 bits after the milliseconds count within the millisecond,
 * and run ahead of the clock rather than repeat.
 */
export function newId(): string {
  const now = Date.now();
  if (now > lastMoment) {
    lastMoment = now;
    withinMoment = 0;
  } else if (++withinMoment > 0xfff) {
    lastMoment++;
    withinMoment = 0;
  }
  if (spent + 8 > entropy.length) {
    randomFillSync(entropy);
    spent = 0;
  }
  const random = entropy.toString('hex', spent, spent + 8);
  spent += 8;
  const moment = lastMoment.toString(16).padStart(12, '0');
  const count = withinMoment.toString(16).padStart(3, '0');
  const variant = ((parseInt(random[0]!, 16) & 0x3) | 0x8).toString(16);
  return `${moment.slice(0, 8)}-${moment.slice(8)}-7${count}-${variant}${random.slice(1, 4)}-${random.slice(4)}`;
}
