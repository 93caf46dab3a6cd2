/** The last hour of a quarter, and its last five minutes, in which half of the schools come. */
const hour = 60;
const rush = 5;

/** How long the rush lasts when the hour is played in so many milliseconds. */
export const rushMs = (hourMs: number): number => (hourMs * rush) / hour;

/** When each school comes, in milliseconds from the beginning of the hour: by chance, half of them in the last five minutes. */
export function arrivals(schools: number, hourMs: number, chance: () => number = Math.random): number[] {
  const rushFrom = hourMs - rushMs(hourMs);
  const early = Math.floor(schools / 2);
  return Array.from({ length: schools }, (_, n) => (n < early ? chance() * rushFrom : rushFrom + chance() * rushMs(hourMs))).sort(
    (a, b) => a - b,
  );
}
