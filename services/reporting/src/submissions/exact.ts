/** Forms allow at most this many decimal places. */
const places = 6;

/** Places of a number or percentage whose form does not say. */
export const usualDecimals = 2;

/** Whether the value has no more decimal places than that. */
export const hasAtMost = (value: number, decimals: number): boolean => Number(value.toFixed(decimals)) === value;

/** A value in millionths, so that 0.1 + 0.2 is exactly 0.3. */
export const millionths = (value: number, decimals: number = places): bigint =>
  BigInt(value.toFixed(decimals).replace('.', '')) * 10n ** BigInt(places - decimals);
