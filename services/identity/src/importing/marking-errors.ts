import { CLOCK, type Clock } from '@lianxue/contracts';
import { Workbook, type Cell, type Files, type KeptFile } from '@lianxue/files';
import { Jobs, newId, Store, type RunningJob, type WrongRow } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { FILES } from './kept-files.js';
import { reasonOf } from './row-errors.js';
import type { TableSource } from './table-source.js';

/** Rows of a sheet that is given back whole; of a longer one only those that are wrong. */
const wholeUpTo = 20_000;
const mostMarked = 10_000;
const keptMs = 30 * 24 * 3600_000;

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
    @Inject(FILES) private readonly files: Files,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async mark(job: RunningJob, { name, owner }: KeptFile, tables: readonly TableSource[]): Promise<void> {
    const errors = await this.jobs.errorsAfter(job.id, 0, mostMarked);
    if (errors.length === 0) return;
    const { language } = job.call();
    for (const table of tables) {
      const wrong = new Map<number, WrongRow[]>();
      for (const error of errors.filter(({ file }) => file === table.file))
        wrong.set(error.line, [...(wrong.get(error.line) ?? []), error]);
      if (wrong.size === 0) continue;
      const id = newId();
      const title = `${name.replace(/\.\w{1,5}$/, '')}-${table.file === 'csv' ? '' : `${table.file}-`}${language === 'zh' ? '错误' : 'errors'}.xlsx`;
      const bytes = await this.sheet(table, wrong, language);
      const until = new Date(this.clock.now().getTime() + keptMs);
      await this.files.keep(once(bytes), { id, kind: 'roster.errors', name: title, owner, until });
      await this.store.commit(job.call(), (work) => job.made(work, { id, name: title }));
    }
  }

  private async sheet(table: TableSource, wrong: ReadonlyMap<number, readonly WrongRow[]>, language: 'zh' | 'en'): Promise<Buffer> {
    const rows: Marked[] = [];
    let total = 0;
    for await (const { line, cells } of table.rows()) {
      total++;
      const here = wrong.get(line) ?? [];
      if (here.length > 0 || total <= wholeUpTo) rows.push({ line, cells, wrong: here });
    }
    const { headings } = table.header;
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
        valueOf: ({ wrong }) => wrong.map(({ field, code }) => `${field}：${reasonOf(code, language)}`).join('；') || undefined,
      },
    ]);
    workbook.add(total <= wholeUpTo ? rows : rows.filter(({ wrong }) => wrong.length > 0));
    return workbook.finish();
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
