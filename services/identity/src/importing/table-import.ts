import { CLOCK, dayInBeijing, Refusal, ServiceUnavailable, type Clock } from '@lianxue/contracts';
import { unreadHeadings, type TableRow, type TableSource } from '@lianxue/files';
import { Store, type Outcome, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { setImmediate as turn } from 'node:timers/promises';
import { Matching } from '../organisations/matching.js';
import { Naming } from '../organisations/meant-by-names.js';
import type { Told } from '../people/person-details.js';
import { PersonNumbers } from '../people/person-numbers.js';
import type { Revoked } from '../signing-in/revocations.js';
import { AsOf } from './as-of.js';
import { endEnrolments, isAnyoneInClass, SeenInClasses } from './dropping.js';
import { holdRoster } from './external-ids.js';
import { Drafting, type Ahead } from './drafting.js';
import { ImportingPeople } from './importing-people.js';
import { TableReading, type TablePerson } from './reading-table.js';
import type { ImportRun } from './roster-import.js';
import type { RosterPost } from './roster.js';
import { Schools, type Meant } from './schools.js';
import { bringTable } from './table-batch.js';
import type { TableField } from './table-columns.js';
import { Tally } from './tally.js';

/** Rows of one transaction: as many as fit well within the 2 s it may take, which on a busy machine are few. */
const rowsAtOnce = { fewest: 50, first: 500, most: 2000 } as const;
/** What one may take: long beside the ways to the database and back, short beside what cuts it off. */
const stepMs = 600;

/** Rows read and checked between two looks at whether the database waits for the batch before them. */
const preparedAtOnce = 20;

/** Rows read and checked. */
interface Batch {
  /** How many rows of the sheet are behind its end. */
  readonly row: number;
  /** Where its rows stand. */
  readonly lines: readonly number[];
  readonly bySchool: ReadonlyMap<string, readonly TablePerson[]>;
  readonly ahead: Ahead;
  readonly errors: Tally['errors'];
}

/** Imports tables: of one school, or of many that each row names. */
@Injectable()
export class TableImport {
  private rowsAtOnce: number = rowsAtOnce.first;
  /** Whether most people of the last batch were new, so that those of the next are likely to be. */
  private bringsNew = true;

  constructor(
    private readonly store: Store,
    private readonly people: ImportingPeople,
    private readonly drafting: Drafting,
    private readonly numbers: PersonNumbers,
    private readonly matching: Matching,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(
    tables: readonly TableSource<TableField>[],
    run: ImportRun,
    told: Told,
    mayGive: (role: RosterPost['role']) => boolean,
  ): Promise<Outcome> {
    const naming = new Naming(this.matching, run.organisation, () => run.job.call());
    const schools = await Schools.below(run.organisation, this.store, naming);
    const { steps, order } = run;
    const complete = order.mode === 'replace';
    const asOf = AsOf.of(told, this.clock.now());
    const usual = order.source === 'staffSystem' ? 'teacher' : 'pupil';
    const today = dayInBeijing(this.clock.now());
    const reading = (table: TableSource<TableField>) => new TableReading(table.header, table.file, mayGive, usual, today);
    let seen: SeenInClasses | undefined;
    // Before anybody is in a class nobody can leave one, and the tables are read but once.
    if (complete || (run.mayWait && (await isAnyoneInClass(run.organisation, this.store)))) {
      seen = new SeenInClasses(this.numbers);
      for (const table of tables) await this.noteAll(table, reading(table), schools, seen);
      const waits = run.held(await seen.drops(complete, asOf, this.store));
      if (waits) return waits;
    }
    // A million people noted are a hundred megabytes, and only a complete list asks again.
    if (!complete) seen = undefined;
    for (const [part, table] of tables.entries()) {
      const behind = steps.behind(part);
      if (behind === Infinity) continue;
      // The next batch is read and checked while the database writes this one.
      const next = ahead(this.batchesOf(table, reading(table), schools, behind, told));
      for (let batch = await next(); batch; batch = await next()) {
        await this.paced(batch, ({ row, lines, errors, ...rows }) =>
          steps.step(part, row, lines.length, errors, (work, revoke) => this.bring(rows, told, mayGive, work, revoke)),
        );
      }
    }
    const dropped = seen ? await this.drop(tables.length, seen, asOf, run) : 0;
    return { result: { dropped, unread: [...new Set(tables.flatMap(({ header }) => unreadHeadings(header)))] } };
  }

  /** Learns from how long a step took how many rows the next should have; one that was cut off is tried again in two halves. */
  private async paced(batch: Batch, step: (batch: Batch) => Promise<void>): Promise<void> {
    const began = performance.now();
    const held = (rows: number) => Math.round(Math.min(rowsAtOnce.most, Math.max(rowsAtOnce.fewest, rows)));
    try {
      await step(batch);
      const fit = stepMs / Math.max(1, performance.now() - began);
      this.rowsAtOnce = held(this.rowsAtOnce * Math.min(1.5, Math.max(0.5, fit)));
    } catch (error) {
      this.rowsAtOnce = held(batch.lines.length / 2);
      // Nothing of it was written: what was lost while committing is refused otherwise.
      const wasCutOff = error instanceof Refusal && error.kind === ServiceUnavailable;
      if (!wasCutOff || batch.lines.length < 2 * rowsAtOnce.fewest) throw error;
      for (const half of halvesOf(batch)) await this.paced(half, step);
    }
  }

  private async bring(
    { bySchool, ahead }: Pick<Batch, 'bySchool' | 'ahead'>,
    told: Told,
    mayGive: (role: RosterPost['role']) => boolean,
    work: Work,
    revoke: (revoked: Revoked) => void,
  ): Promise<Tally> {
    const tally = new Tally();
    const now = this.clock.now();
    for (const [school, rows] of [...bySchool].sort(([one], [other]) => (one < other ? -1 : 1))) {
      await holdRoster(school, work);
      await work.within(school);
      tally.add(await bringTable(rows, school, { told, mayGive, now, asOf: AsOf.of(told, now), ahead }, this.people, work, revoke));
    }
    const { added, unchanged, changed } = tally.counts.people;
    this.bringsNew = added >= unchanged + changed;
    return tally;
  }

  /** Whoever a complete list no longer has leaves the class. */
  private async drop(part: number, seen: SeenInClasses, asOf: AsOf, { steps }: ImportRun): Promise<number> {
    const { enrolments } = await seen.drops(true, asOf, this.store);
    for (let from = 0; from < enrolments.length; from += 500) {
      await steps.step(part, from + 500, 0, [], async (work) => {
        const tally = new Tally();
        tally.counts.enrolments.ended += await endEnrolments(enrolments.slice(from, from + 500), this.clock.now(), work);
        return tally;
      });
    }
    return steps.total.counts.enrolments.ended;
  }

  private async noteAll(table: TableSource<TableField>, reading: TableReading, schools: Schools, seen: SeenInClasses): Promise<void> {
    let rows = 0;
    for await (const row of table.rows()) {
      // The process has other things to do besides.
      if (++rows % preparedAtOnce === 0) await turn();
      const found = reading.read(row, []);
      const [school] = found ? await schools.of([found.school]) : [];
      if (found && school) seen.note(school, found);
    }
  }

  private async *batchesOf(
    table: TableSource<TableField>,
    reading: TableReading,
    schools: Schools,
    behind: number,
    told: Told,
  ): AsyncGenerator<Batch> {
    let rows: TableRow[] = [];
    let row = 0;
    for await (const one of table.rows()) {
      // The batch before this one is being written: its turn comes often.
      if (++row % preparedAtOnce === 0) await turn();
      // Numbers of rows that are behind still count as met.
      if (row <= behind) {
        reading.read(one, []);
        continue;
      }
      rows.push(one);
      if (rows.length < this.rowsAtOnce) continue;
      yield await this.batchOf(rows, row, table, reading, schools, told);
      rows = [];
    }
    if (rows.length > 0) yield await this.batchOf(rows, row, table, reading, schools, told);
  }

  private async batchOf(
    rows: readonly TableRow[],
    row: number,
    table: TableSource<TableField>,
    reading: TableReading,
    schools: Schools,
    told: Told,
  ): Promise<Batch> {
    const headingOf = ({ code }: Meant) => table.header.headings[table.header.at.get(code ? 'schoolCode' : 'school') ?? -1] ?? '学校';
    const errors: Tally['errors'] = [];
    const found: TablePerson[] = [];
    for (const [nth, one] of rows.entries()) {
      const read = reading.read(one, errors);
      if (read) found.push(read);
      if (nth % preparedAtOnce === 0) await turn();
    }
    const meant = await schools.of(found.map(({ school }) => school));
    const bySchool = new Map<string, TablePerson[]>();
    const ahead = new Map<TablePerson['person'], ReturnType<Drafting['prepare']>>();
    for (const [nth, one] of found.entries()) {
      const school = meant[nth];
      if (school) {
        of(bySchool, school).push(one);
        ahead.set(one.person, this.drafting.prepare(one.person, { school, told }, this.bringsNew));
        if (nth % preparedAtOnce === 0) await turn();
      } else errors.push({ file: table.file, line: one.person.line, field: headingOf(one.school), code: 'school.unknown' });
    }
    errors.sort((one, other) => one.line - other.line);
    return { row, lines: rows.map(({ line }) => line), bySchool, ahead, errors };
  }
}

function halvesOf({ row, lines, bySchool, errors, ahead }: Batch): [Batch, Batch] {
  const first = Math.ceil(lines.length / 2);
  const last = lines[first - 1]!;
  const half = (row: number, lines: readonly number[], holds: (line: number) => boolean): Batch => ({
    row,
    lines,
    ahead,
    bySchool: new Map(
      [...bySchool].flatMap(([school, people]) => {
        const own = people.filter(({ person }) => holds(person.line));
        return own.length > 0 ? [[school, own]] : [];
      }),
    ),
    errors: errors.filter(({ line }) => holds(line)),
  });
  return [
    half(row - (lines.length - first), lines.slice(0, first), (line) => line <= last),
    half(row, lines.slice(first), (line) => line > last),
  ];
}

/** One item is always on its way while another is worked on. */
function ahead<T>(items: AsyncGenerator<T>): () => Promise<T | undefined> {
  const ask = () => {
    const asked = items.next().then(({ value, done }) => (done ? undefined : value));
    asked.catch(() => undefined); // Whoever takes it hears of it.
    return asked;
  };
  let coming = ask();
  return async () => {
    const item = await coming;
    if (item !== undefined) coming = ask();
    return item;
  };
}

function of<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  if (list.length === 0) lists.set(key, list);
  return list;
}
