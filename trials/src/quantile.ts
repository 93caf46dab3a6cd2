/** The time that this share of them did not exceed. */
export const quantile = (times: readonly number[], of: number): number =>
  [...times].sort((a, b) => a - b)[Math.ceil(times.length * of) - 1]!;
