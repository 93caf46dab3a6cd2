const minute = 60_000;
const hour = 60 * minute;

/** Pauses after the first failures; from then on every six hours. Twenty attempts span more than the window even with the least jitter. */
const first = [minute / 2, 2 * minute, 10 * minute, 30 * minute, hour, 2 * hour, 5 * hour];
const then = 6 * hour;
/** Up to a tenth sooner or later, so that what failed together does not come back together. */
const jitter = 0.1;

/** How long an event is tried before it becomes a dead letter. */
export const windowMs = 72 * hour;

/** How long to wait after so many failures in a row; `chance` is in 0…1. */
export function pauseAfter(failures: number, chance = Math.random()): number {
  const pause = first[failures - 1] ?? then;
  return Math.round(pause * (1 - jitter + 2 * jitter * chance));
}
