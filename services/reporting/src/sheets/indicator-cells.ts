import type { Indicator, Values } from '@lianxue/contracts';
import type { Accepts, LaidCell } from '@lianxue/files';

/** A value as a person reads it: an option by its name. */
export function shownValue(value: Values[string] | undefined, { options }: Pick<Indicator, 'options'>): string | number | undefined {
  if (value === undefined || value === null) return undefined;
  return options?.find(({ code }) => code === value)?.name ?? value;
}

/** What came back with a sheet: the texts as they were typed, and what is wrong with each. */
export interface MarkedCells {
  readonly texts: ReadonlyMap<string, string>;
  readonly faults: ReadonlyMap<string, readonly string[]>;
}

/** A cell with its faults, if it came back with any. */
export function faultyCell(value: LaidCell['value'], faults: readonly string[] | undefined): LaidCell | undefined {
  return faults && { value, look: 'wrong', comment: faults.join('\n') };
}

/** A cell somebody may type in. */
export const openCell = (indicator: Indicator, value: LaidCell['value']): LaidCell => ({
  value,
  look: indicator.type === 'text' || indicator.type === 'choice' ? 'openText' : 'open',
  accepts: acceptsOf(indicator),
});

/** The options that drop down, by the codes of the indicators they belong to. */
export const listsOf = (indicators: readonly Indicator[]): Record<string, string[]> =>
  Object.fromEntries(indicators.flatMap(({ code, options }) => (options ? [[code, options.map(({ name }) => name)] as const] : [])));

/** Beyond it no indicator goes; Excel asks for a bound on either side. */
const greatest = 1e12;

/** What Excel may let somebody type for an indicator; the rules that hold are those of the form. */
function acceptsOf({ code, type, options, min, max }: Indicator): Accepts | undefined {
  if (options) return { list: code, words: '请从下拉列表中选择' };
  if (type === 'text' || type === 'choice') return undefined;
  const least = min ?? (type === 'percent' ? 0 : -greatest);
  const most = max ?? (type === 'percent' ? 100 : greatest);
  const bounds = min === undefined && max === undefined && type !== 'percent' ? '' : `（${least}–${most === greatest ? '' : most}）`;
  return { whole: type === 'integer', least, most, words: `请填${type === 'integer' ? '整数' : '数值'}${bounds}` };
}
