import type { Indicator, Values } from '@lianxue/contracts';
import type { Accepts } from '@lianxue/files';

/** A value as a person reads it: an option by its name. */
export function shownValue(value: Values[string] | undefined, { options }: Pick<Indicator, 'options'>): string | number | undefined {
  if (value === undefined || value === null) return undefined;
  return options?.find(({ code }) => code === value)?.name ?? value;
}

/** Beyond it no indicator goes; Excel asks for a bound on either side. */
const greatest = 1e12;

/** What Excel may let somebody type for an indicator; the rules that hold are those of the form. */
export function acceptsOf({ code, type, options, min, max }: Indicator): Accepts | undefined {
  if (options) return { list: code, words: '请从下拉列表中选择' };
  if (type === 'text' || type === 'choice') return undefined;
  const least = min ?? (type === 'percent' ? 0 : -greatest);
  const most = max ?? (type === 'percent' ? 100 : greatest);
  const bounds = min === undefined && max === undefined && type !== 'percent' ? '' : `（${least}–${most === greatest ? '' : most}）`;
  return { whole: type === 'integer', least, most, words: `请填${type === 'integer' ? '整数' : '数值'}${bounds}` };
}
