import type { Indicator, NationalEntry, Section, Values } from '@lianxue/contracts';
import { laidOut, type LaidCell, type LaidRow, type LaidSheet } from '@lianxue/files';
import { decimalsOf } from '../rules/exact.js';
import { Fraction } from '../rules/language/fraction.js';
import { asked, type FormInExcel } from './form-in-excel.js';
import { shownValue } from './indicator-cells.js';

const columns = [
  { heading: '序号', width: 6 },
  { heading: '指标代码', width: 18 },
  { heading: '指标', width: 36 },
  { heading: '单位', width: 8 },
  { heading: '上期值', width: 14 },
  { heading: '本期值', width: 14 },
  { heading: '差异', width: 14 },
];

/**
 * What somebody copies from to enter a submission in the national system: one sheet for each of its pages, which are the
 * sections of the form, each indicator in its order, with what differs from the last period in red.
 */
export function nationalInExcel(form: FormInExcel, entry: NationalEntry | null): Promise<Buffer> {
  const pages = [undefined, ...form.sections]
    .map((section) => ({ section, indicators: asked(form).filter((indicator) => indicator.section === section?.code) }))
    .filter(({ indicators }) => indicators.length > 0);
  return laidOut(pages.map(({ section, indicators }, nth) => pageOf(form, entry, section, indicators, nth + 1)));
}

function pageOf(
  form: FormInExcel,
  entry: NationalEntry | null,
  section: Section | undefined,
  indicators: readonly Indicator[],
  number: number,
): LaidSheet {
  const title = section?.name ?? '基本情况';
  const across = (value: string, look: LaidCell['look'] = 'plain'): LaidRow => ({ cells: [{ value, look }], across: true });
  const rows: LaidRow[] = [
    across(`第 ${number} 页 ${title}`, 'title'),
    across(`填报单位：${form.organisation.name}，填报期：${form.period}`),
    across(entry ? `已于 ${entry.on} 录入国家系统` : '尚未登记录入国家系统'),
    { cells: columns.map(({ heading }) => ({ value: heading, look: 'section' })) },
    ...indicators.map((indicator, nth) => rowOf(indicator, nth + 1, form)),
  ];
  return { name: `${number}.${title}`, widths: columns.map(({ width }) => width), rows, locked: true, frozen: { rows: 4, columns: 0 } };
}

function rowOf(indicator: Indicator, number: number, { values, last }: FormInExcel): LaidRow {
  const label = (value: string | number | undefined): LaidCell => ({ value, look: 'label' });
  const [before, after] = [last[indicator.code] ?? null, values[indicator.code] ?? null];
  const difference = differenceIn(before, after, indicator);
  return {
    cells: [
      ...[number, indicator.code, indicator.name, indicator.unit].map(label),
      label(shownValue(before, indicator)),
      label(shownValue(after, indicator)),
      { value: difference, look: difference === undefined ? 'label' : 'wrong' },
    ],
  };
}

/** By how much a number rose or fell, exactly; of all else, that it differs. */
function differenceIn(before: Values[string], after: Values[string], indicator: Indicator): string | number | undefined {
  if (before === after) return undefined;
  if (typeof before !== 'number' || typeof after !== 'number') return before === null ? '新增' : after === null ? '取消' : '有变化';
  return Number(Fraction.of(after).minus(Fraction.of(before)).rounded(decimalsOf(indicator)));
}
