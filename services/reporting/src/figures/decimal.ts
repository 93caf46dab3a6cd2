/** Forms allow at most this many decimal places. */
const places = 6;

/** An exact decimal number, in millionths. */
export const millionths = (text: string): bigint => {
  const [whole = '0', part = ''] = text.split('.');
  return BigInt(whole + part.padEnd(places, '0').slice(0, places));
};

export const numberOf = (of: bigint): number => Number(of) / 10 ** places;

/** `part` per cent of `whole`, to two places, half away from zero; null where there is no whole. */
export function percentOf(part: bigint, whole: bigint): number | null {
  if (whole === 0n) return null;
  const [top, bottom] = whole < 0n ? [-part, -whole] : [part, whole];
  const twice = (top * 20_000n) / bottom;
  return Number((twice + (twice < 0n ? -1n : 1n)) / 2n) / 100;
}

/** So many of so many, per cent. */
export const shareOf = (part: number, whole: number): number | null => percentOf(BigInt(part), BigInt(whole));
