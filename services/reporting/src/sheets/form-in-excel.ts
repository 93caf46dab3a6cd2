import { isAskedOf, isComputed, type Indicator, type OrganisationKind, type Section, type Values } from '@lianxue/contracts';
import { laidOut, type LaidCell, type LaidRow } from '@lianxue/files';
import { faultyCell, listsOf, openCell, shownValue, type MarkedCells } from './indicator-cells.js';
import { markCells, type Mark } from './sheet-mark.js';

/** A submission with all that its form in Excel shows. */
export interface FormInExcel {
  readonly mark: Mark;
  readonly dataSet: string;
  readonly period: string;
  readonly organisation: { readonly name: string; readonly kind: OrganisationKind };
  readonly sections: readonly Section[];
  readonly indicators: readonly Indicator[];
  readonly values: Values;
  /** Of the period before. */
  readonly last: Values;
}

/** The headings by which a sheet is known again, whatever stands around them. */
export const headings = { code: '指标代码', value: '本期值' } as const;

const columns = [
  { heading: headings.code, width: 18 },
  { heading: '指标', width: 30 },
  { heading: '口径', width: 40 },
  { heading: '单位', width: 8 },
  { heading: '上期值', width: 14 },
  { heading: headings.value, width: 18 },
];
const faultColumn = { heading: '错误说明', width: 40 };

/** Rows above the first indicator: title, who and when, how to, mark, headings. */
const rowsAbove = 5;

/** The form of one submission as a workbook: this period's values open, all else locked; given back, its faults in red with a comment. */
export function formInExcel(form: FormInExcel, marked?: MarkedCells): Promise<Buffer> {
  const all = marked ? [...columns, faultColumn] : columns;
  const across = (value: string, look: LaidCell['look'] = 'plain'): LaidRow => ({ cells: [{ value, look }], across: true });
  const rows: LaidRow[] = [
    across(`${form.dataSet} ${form.period}`, 'title'),
    across(`填报单位：${form.organisation.name}，填报期：${form.period}，表单第 ${form.mark.formNumber} 版`),
    across('只填写“本期值”一列；灰色的由平台算出。填好后上传，规则与网上填报相同。'),
    { cells: markCells(form.mark).map((value) => ({ value, look: 'text' })), hidden: true },
    { cells: all.map(({ heading }) => ({ value: heading, look: 'section' })) },
    ...indicatorRows(form, marked),
  ];
  const sheet = { name: '填报表', widths: all.map(({ width }) => width), rows, locked: true, frozen: { rows: rowsAbove, columns: 2 } };
  return laidOut([sheet], listsOf(asked(form)));
}

/** The indicators that are asked of this kind of organisation. */
export const asked = ({ indicators, organisation }: FormInExcel): readonly Indicator[] =>
  indicators.filter((indicator) => isAskedOf(indicator, organisation.kind));

/** In the order of the sections; what stands in none comes first. */
function indicatorRows(form: FormInExcel, marked: MarkedCells | undefined): LaidRow[] {
  const parts = [undefined, ...form.sections].map((section) => ({
    section,
    indicators: asked(form).filter((indicator) => indicator.section === section?.code),
  }));
  const rows = parts.flatMap(({ section, indicators }) =>
    indicators.length === 0
      ? []
      : [
          ...(section ? [{ cells: [{ value: section.name, look: 'section' as const }], across: true }] : []),
          ...indicators.map((indicator) => indicatorRow(indicator, form, marked)),
        ],
  );
  const known = new Set(asked(form).map(({ code }) => code));
  const strange = [...(marked?.texts ?? [])].filter(([code]) => !known.has(code));
  return [...rows, ...strange.map(([code, text]) => strangeRow(code, text, marked!))];
}

function indicatorRow(indicator: Indicator, { values, last }: FormInExcel, marked: MarkedCells | undefined): LaidRow {
  const { code, name, definition, unit } = indicator;
  const label = (value: string | number | undefined): LaidCell => ({ value, look: 'label' });
  const cells = [label(code), label(name), label(definition), label(unit), label(shownValue(last[code], indicator))];
  return { cells: [...cells, valueCell(indicator, values, marked), ...(marked ? [label(marked.faults.get(code)?.join('；'))] : [])] };
}

function valueCell(indicator: Indicator, values: Values, marked: MarkedCells | undefined): LaidCell {
  const { code } = indicator;
  const here = shownValue(values[code], indicator);
  if (isComputed(indicator)) return { value: here, look: 'shut' };
  const value = marked?.texts.get(code) ?? here;
  return faultyCell(value, marked?.faults.get(code)) ?? openCell(indicator, value);
}

/** A row that the form does not have. */
const strangeRow = (code: string, text: string, { faults }: MarkedCells): LaidRow => {
  const words = faults.get(code) ?? [];
  return {
    cells: [
      { value: code, look: 'wrong', comment: words.join('\n') },
      ...Array.from({ length: 4 }, () => undefined),
      { value: text, look: 'label' },
      { value: words.join('；'), look: 'label' },
    ],
  };
};
