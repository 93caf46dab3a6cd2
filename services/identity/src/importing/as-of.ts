import { dayInBeijing } from '@lianxue/contracts';
import type { Told } from '../people/person-details.js';

/** As of when a roster speaks. Of a day that is past it knows less than this platform of all that has changed here since. */
export class AsOf {
  readonly isPast: boolean;

  constructor(
    readonly at: Date,
    now: Date,
  ) {
    this.isPast = dayInBeijing(at) < dayInBeijing(now);
  }

  static of({ asOf }: Told, now: Date): AsOf {
    return new AsOf(asOf, now);
  }

  /** Whether something here is newer than what the roster says of it. */
  isBefore({ updatedAt }: { readonly updatedAt: Date }): boolean {
    return this.isPast && updatedAt > this.at;
  }
}
