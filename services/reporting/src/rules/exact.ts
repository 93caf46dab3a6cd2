import type { Indicator } from '@lianxue/contracts';

/** Places of a number or percentage whose form does not say. */
const usualDecimals = 2;

/** Whether the value has no more decimal places than that. */
export const hasAtMost = (value: number, decimals: number): boolean => Number(value.toFixed(decimals)) === value;

/** To how many decimal places an indicator is given and computed. */
export const decimalsOf = ({ type, decimals }: Pick<Indicator, 'type' | 'decimals'>): number =>
  type === 'integer' ? 0 : (decimals ?? usualDecimals);
