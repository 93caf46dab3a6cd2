import { Inject, Injectable } from '@nestjs/common';
import type { Call, InputOf, MeasureAmount, MeasureReading, reporting } from '@lianxue/contracts';
import { csvLine, Workbook } from '@lianxue/files';
import { sql, Store } from '@lianxue/persistence';
import { SheetFiles } from '../sheets/sheet-files.js';
import { ReadingMeasures } from './reading-measures.js';

type Row = readonly (string | number)[];

const headings = ['名称', '数量', '上年同期', '增减', '增减（%）', '名次'];

/** A measure as a file to take along: what was read, and what it means, on one page. */
@Injectable()
export class ExportingMeasures {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(ReadingMeasures) private readonly reading: ReadingMeasures,
    @Inject(SheetFiles) private readonly files: SheetFiles,
  ) {}

  async export({ format, ...asked }: InputOf<typeof reporting.exportMeasure>, call: Call) {
    const reading = await this.reading.read(asked, call);
    const { measure, organisation, from, to } = reading;
    const [place] = await this.store.read<{ name: string }>(sql`select name from organisation where id = ${organisation}`);
    const rows = [
      ...reading.lines.map((line) => rowOf(line.name, line, line.rank)),
      rowOf('合计', reading.total),
      ...termsOf(reading, place!.name),
    ];
    const bytes = format === 'csv' ? csvOf(rows) : workbookOf(measure.name, rows);
    return this.files.keep(`${place!.name} ${measure.name} ${from} 至 ${to}`, bytes, call.caller, format);
  }
}

const rowOf = (name: string, { amount, hidden, lastYear }: MeasureAmount, rank: number | null = null): Row => [
  name,
  hidden ? '*' : (amount ?? ''),
  lastYear.hidden ? '*' : (lastYear.amount ?? ''),
  ...[lastYear.change, lastYear.changePercent, rank].map((value) => value ?? ''),
];

const termsOf = ({ measure, from, to, value, asOf, ...rest }: MeasureReading, place: string): Row[] => [
  [],
  [`范围：${place}及其下级`],
  [`期间：${from} 至 ${to}（${measure.kind === 'standing' ? '期末时点数' : '期间发生数'}）`],
  ...(value === null ? [] : [[`只计：${value}`]]),
  [`计量单位：${measure.unit}`],
  [`口径：${measure.definition}`],
  ...(rest.siblings?.mean == null ? [] : [[`同级同类 ${rest.siblings.units} 所学校平均：${rest.siblings.mean}`]]),
  ...(measure.counts === 'people' ? [['* 不足五人，或可由此推知不足五人之数，隐去']] : []),
  [`截至：${asOf}`],
];

/** The mark at the beginning lets Excel read Chinese. */
const csvOf = (rows: readonly Row[]): Buffer => Buffer.from(`\uFEFF${[headings, ...rows].map(csvLine).join('')}`, 'utf8');

function workbookOf(name: string, rows: readonly Row[]): Buffer {
  const workbook = new Workbook<Row>(
    name,
    headings.map((heading, nth) => ({ heading, valueOf: (row) => row[nth] })),
  );
  workbook.add(rows);
  return workbook.finish();
}
