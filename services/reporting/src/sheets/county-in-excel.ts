import {
  isAskedOf,
  isComputed,
  isUuid,
  submissionLifeCycle,
  type Indicator,
  type OrganisationKind,
  type Refusal,
  type SubmissionState,
  type Values,
} from '@lianxue/contracts';
import { laidOut, type LaidCell, type LaidRow } from '@lianxue/files';
import { faultyCell, listsOf, openCell, shownValue, type MarkedCells } from './indicator-cells.js';

/** What a county's sheet says of itself in a hidden row, so that it comes back to where it came from. */
export interface CountyMark {
  readonly form: string;
  readonly formNumber: number;
  readonly period: string;
  /** The authority whose schools are in it. */
  readonly organisation: string;
}

/** A school that a period asks, and how far it is. */
export interface CountyUnit {
  readonly organisation: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly submission: string | null;
  /** Of its submission. */
  readonly version: number | null;
  readonly status: SubmissionState | 'notBegun';
  /** With what was computed of them. */
  readonly values: Values;
}

/** The schools of a county in one period. */
export interface CountySheet {
  readonly mark: CountyMark;
  readonly dataSet: string;
  readonly period: string;
  readonly authority: string;
  readonly indicators: readonly Indicator[];
  readonly units: readonly CountyUnit[];
}

const kind = '联学县级汇总表';

/** The headings of the hidden row by which the columns are known again; those of the indicators are their codes. */
export const columnsOfUnit = { organisation: '单位标识', name: '单位', status: '状态', version: '填报表版本' } as const;

const stateWords: Readonly<Record<CountyUnit['status'], string>> = {
  notBegun: '未开始',
  draft: '填报中',
  submitted: '已提交',
  returned: '已退回',
  approved: '已通过',
};

const markCells = ({ form, formNumber, period, organisation }: CountyMark): readonly string[] => [
  kind,
  form,
  String(formNumber),
  period,
  organisation,
];

/** The mark in a row; undefined when it has none. */
export function countyMarkIn([first, form = '', formNumber = '', period = '', organisation = '']: readonly string[]):
  CountyMark | undefined {
  const whole = [form, period, organisation].every(isUuid) && /^\d{1,9}$/.test(formNumber);
  return first === kind && whole ? { form, formNumber: Number(formNumber), period, organisation } : undefined;
}

/** Why nobody may fill in for a school any more. */
export function objectionToFilling({ status }: Pick<CountyUnit, 'status'>): Refusal | undefined {
  return status === 'notBegun' ? undefined : submissionLifeCycle.objection(status, status === 'returned' ? 'revise' : 'fillIn');
}

/** A row for each school, a column for each indicator: drafts open, all else locked; given back, its faults in red with a comment, the school’s own under ''. */
export function countyInExcel(sheet: CountySheet, marked?: ReadonlyMap<string, MarkedCells>): Promise<Buffer> {
  const { dataSet, period, authority, indicators, mark } = sheet;
  const own = Object.values(columnsOfUnit);
  const headings = [...own, ...indicators.map(({ name, unit }) => (unit ? `${name}（${unit}）` : name)), ...(marked ? ['错误说明'] : [])];
  const across = (value: string, look: LaidCell['look'] = 'plain'): LaidRow => ({ cells: [{ value, look }], across: true });
  const hidden = (cells: readonly string[]): LaidRow => ({ cells: cells.map((value) => ({ value, look: 'text' })), hidden: true });
  const rows: LaidRow[] = [
    across(`${dataSet} ${period} 县级汇总表`, 'title'),
    across(`汇总单位：${authority}，填报期：${period}，表单第 ${mark.formNumber} 版，共 ${sheet.units.length} 个单位`),
    across('一行一个单位；灰色的由平台算出或已提交，不可填。上传后为草稿，由各单位核对并提交。'),
    hidden(markCells(mark)),
    hidden([...own, ...indicators.map(({ code }) => code)]),
    { cells: headings.map((value) => ({ value, look: 'section' })) },
    ...sheet.units.map((unit) => unitRow(unit, indicators, marked)),
  ];
  const widths = [10, 24, 8, 10, ...indicators.map(() => 14), ...(marked ? [40] : [])];
  return laidOut([{ name: '汇总表', widths, rows, locked: true, frozen: { rows: 6, columns: 2 } }], listsOf(indicators));
}

function unitRow(unit: CountyUnit, indicators: readonly Indicator[], marked: ReadonlyMap<string, MarkedCells> | undefined): LaidRow {
  const { organisation, name, status, version } = unit;
  const returned = marked?.get(organisation);
  const label = (value: string | number | undefined): LaidCell => ({ value, look: 'label' });
  const cells = indicators.map((indicator) => valueCell(indicator, unit, returned));
  const words = [...(returned?.faults ?? [])].flatMap(([code, said]) => {
    const field = indicators.find((indicator) => indicator.code === code)?.name;
    return said.map((one) => (field ? `${field}：${one}` : one));
  });
  return {
    cells: [
      label(organisation),
      label(name),
      label(stateWords[status]),
      label(version ?? undefined),
      ...cells,
      ...(marked ? [label(words.join('；') || undefined)] : []),
    ],
  };
}

function valueCell(indicator: Indicator, unit: CountyUnit, returned: MarkedCells | undefined): LaidCell {
  const { code } = indicator;
  const here = shownValue(unit.values[code], indicator);
  const asked = isAskedOf(indicator, unit.kind);
  const value = returned?.texts.get(code) ?? here;
  const faulty = faultyCell(value, returned?.faults.get(code));
  if (faulty) return faulty;
  const isOpen = asked && !isComputed(indicator) && !objectionToFilling(unit);
  return isOpen ? openCell(indicator, value) : { value: asked ? here : undefined, look: 'shut' };
}
