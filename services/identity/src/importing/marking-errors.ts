import { CLOCK, type Clock, type OrganisationKind } from '@lianxue/contracts';
import { FILES, markedTables, type Files, type KeptFile, type MarkedRow, type TableSource } from '@lianxue/files';
import { Jobs, newId, Store, type RunningJob, type WrongRow } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Matching } from '../organisations/matching.js';
import { isSchool } from '../organisations/placing.js';
import { Naming } from '../organisations/meant-by-names.js';
import { reasonOf, type RowErrorCode } from './row-errors.js';

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

type Marked = MarkedRow<WrongRow>;

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

  async mark(job: RunningJob, { name, owner }: KeptFile, tables: readonly TableSource[], guessing = unknownSchool): Promise<void> {
    const errors = await this.jobs.errorsAfter(job.id, 0, mostMarked);
    if (errors.length === 0) return;
    const { language } = job.call();
    const naming = new Naming(this.matching, job.organisation, () => job.call(), guessing.fits);
    const words = (table: TableSource, rows: readonly Marked[]) => this.inWords(table, rows, language, guessing, naming);
    for await (const { name: title, bytes } of markedTables(name, tables, errors, language, words)) {
      const file = { id: newId(), name: title };
      const until = new Date(this.clock.now().getTime() + keptMs);
      await this.files.keep([bytes], { ...file, kind: 'roster.errors', owner, until });
      await this.store.commit(job.call(), (work) => job.made(work, file));
    }
  }

  private async inWords(table: TableSource, rows: readonly Marked[], language: 'zh' | 'en', guessing: Guessing, naming: Naming) {
    const alike = await this.alikeIn(table, rows, guessing, naming);
    return ({ cells, wrong }: Marked) =>
      wrong
        .map(({ field, code }) => `${field}：${reasonOf(code, language)}${code === guessing.code ? orIsIt(alike(cells), language) : ''}`)
        .join('；');
  }

  /** What may be meant by a name that is not known. */
  private async alikeIn({ header }: TableSource, rows: readonly Marked[], guessing: Guessing, naming: Naming) {
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
