const hour = 3600_000;
const beijing = 8 * hour;

/** A moment of a Beijing day. */
const at = (year: number, month: number, day: number, hours: number): Date => new Date(Date.UTC(year, month, day, hours) - beijing);

/** The last hour of the present quarter: what is due at its end is about to be late. */
export function quarterEnd(now: Date): Date {
  const local = new Date(now.getTime() + beijing);
  return at(local.getUTCFullYear(), (Math.floor(local.getUTCMonth() / 3) + 1) * 3, 0, 23);
}

/** Eight in the morning of the next 1 September. */
export function firstOfSeptember(now: Date): Date {
  const year = new Date(now.getTime() + beijing).getUTCFullYear();
  const day = at(year, 8, 1, 8);
  return day > now ? day : at(year + 1, 8, 1, 8);
}
