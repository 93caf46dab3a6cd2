import { CLOCK, type Clock, type OrganisationKind } from '@lianxue/contracts';
import { FILES, Workbook, type Cell, type Files, type KeptFile } from '@lianxue/files';
import { Jobs, newId, Store, type RunningJob, type WrongRow } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Matching } from '../organisations/matching.js';
import { isSchool } from '../organisations/placing.js';
import { Naming } from './naming-schools.js';
import { reasonOf, type RowErrorCode } from './row-errors.js';
import type { TableSource } from './table-source.js';

/** Rows of a sheet that is given back whole; of a longer one only those that are wrong. */
const wholeUpTo = 20_000;
const mostMarked = 10_000;
/** Unknown names for which others are suggested. */
const mostNamed = 500;
const keptMs = 30 * 24 * 3600_000;

/** An error of a name that may be meant otherwise: others are suggested beside it. */
export interface Guessing {
  readonly code: RowErrorCode;
  /** In which field the name stands. */
  readonly field: string;
  readonly fits: (kind: OrganisationKind) => boolean;
}

const unknownSchool: Guessing = { code: 'school.unknown', field: 'school', fits: isSchool };

interface Marked {
  readonly line: number;
  readonly cells: readonly string[];
  readonly wrong: readonly WrongRow[];
}

/** Gives a table back as it was sent, what is wrong in it marked in red and said in words at the end of its row. */
@Injectable()
export class MarkingErrors {
  constructor(
    private readonly jobs: Jobs,
    private readonly store: Store,
    private readonly matching: Matching,
    @Inject(FILES) private readonly files: Files,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async mark(job: RunningJob, { name, owner }: KeptFile, tables: readonly TableSource<string>[], guessing = unknownSchool): Promise<void> {
    const errors = await this.jobs.errorsAfter(job.id, 0, mostMarked);
    if (errors.length === 0) return;
    const { language } = job.call();
    const naming = new Naming(this.matching, job.organisation, () => job.call(), guessing.fits);
    for (const table of tables) {
      const wrong = new Map<number, WrongRow[]>();
      for (const error of errors.filter(({ file }) => file === table.file))
        wrong.set(error.line, [...(wrong.get(error.line) ?? []), error]);
      if (wrong.size === 0) continue;
      const id = newId();
      const title = `${name.replace(/\.\w{1,5}$/, '')}-${table.file === 'csv' ? '' : `${table.file}-`}${language === 'zh' ? '错误' : 'errors'}.xlsx`;
      const bytes = await this.sheet(table, wrong, language, guessing, naming);
      const until = new Date(this.clock.now().getTime() + keptMs);
      await this.files.keep([bytes], { id, kind: 'roster.errors', name: title, owner, until });
      await this.store.commit(job.call(), (work) => job.made(work, { id, name: title }));
    }
  }

  private async sheet(
    table: TableSource<string>,
    wrong: ReadonlyMap<number, readonly WrongRow[]>,
    language: 'zh' | 'en',
    guessing: Guessing,
    naming: Naming,
  ): Promise<Buffer> {
    const rows: Marked[] = [];
    let total = 0;
    for await (const { line, cells } of table.rows()) {
      total++;
      const here = wrong.get(line) ?? [];
      if (here.length > 0 || total <= wholeUpTo) rows.push({ line, cells, wrong: here });
    }
    const { headings } = table.header;
    const alike = await this.alikeIn(table, rows, guessing, naming);
    const marked =
      (heading: string, index: number) =>
      (row: Marked): Cell => {
        const value = row.cells[index] ?? '';
        return row.wrong.some(({ field }) => field === heading) ? { value, wrong: true } : value;
      };
    const workbook = new Workbook<Marked>(table.file, [
      ...headings.map((heading, index) => ({ heading, text: true, valueOf: marked(heading, index) })),
      {
        heading: language === 'zh' ? '错误说明' : 'What is wrong',
        text: true,
        valueOf: ({ cells, wrong }) =>
          wrong
            .map(
              ({ field, code }) => `${field}：${reasonOf(code, language)}${code === guessing.code ? orIsIt(alike(cells), language) : ''}`,
            )
            .join('；') || undefined,
      },
    ]);
    workbook.add(total <= wholeUpTo ? rows : rows.filter(({ wrong }) => wrong.length > 0));
    return workbook.finish();
  }

  /** What may be meant by a name that is not known. */
  private async alikeIn({ header }: TableSource<string>, rows: readonly Marked[], guessing: Guessing, naming: Naming) {
    const nameIn = (cells: readonly string[]) => cells[header.at.get(guessing.field) ?? -1] ?? '';
    const unknown = rows.filter(({ wrong }) => wrong.some(({ code }) => code === guessing.code)).map(({ cells }) => nameIn(cells));
    const names = [...new Set(unknown.filter(Boolean))].slice(0, mostNamed);
    const found = await naming.alike(names);
    const alike = new Map(names.map((name, nth) => [name, found[nth]!]));
    return (cells: readonly string[]): readonly string[] => alike.get(nameIn(cells)) ?? [];
  }
}

const orIsIt = (schools: readonly string[], language: 'zh' | 'en'): string => {
  if (schools.length === 0) return '';
  return language === 'zh' ? `；是否为：${schools.join('、')}` : `; is it: ${schools.join(', ')}`;
};
