import {
  assertThat,
  PeriodNotFound,
  refuse,
  Refusal,
  SheetNotOurs,
  SheetOfAnotherForm,
  SheetOfAnotherOrganisation,
  SheetOfAnotherPeriod,
  SubmissionBrokenRules,
  SubmissionExists,
  type BrokenRule,
  type Call,
  type CountySheetRow,
  type CountySheetTaken,
  type InputOf,
  type reporting,
} from '@lianxue/contracts';
import { Store, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Period } from '../collecting/period.entity.js';
import type { UnitCounts } from '../completion/known-units.js';
import { Filling } from '../submissions/filling.js';
import { explained } from '../submissions/review/explained.js';
import { countyInExcel, type CountySheet } from './county-in-excel.js';
import type { MarkedCells } from './indicator-cells.js';
import { CountySheets, nameOf } from './county-sheets.js';
import { rowsMeant, type RowMeant } from './row-of-county.js';
import { SheetFiles } from './sheet-files.js';
import { mostCountyRows, uploadedCounty, type UploadedCounty } from './uploaded-county-sheet.js';

/** Schools of one transaction: few enough that it ends well within the time a transaction has. */
const atOnce = 20;
/** Milliseconds left before the caller's patience ends at which no further schools are begun with. */
const reserve = 1_500;
/** Faults told in the answer; the sheet given back has all. */
const mostTold = 1_000;

/** Undoes what was only tried. */
class OnlyTried extends Error {}

/** What became of a row. */
interface Done {
  readonly outcome: CountySheetRow['outcome'];
  readonly submission: string | null;
  readonly faults: readonly BrokenRule[];
  readonly refused?: Refusal;
}

/** An authority enters what it knows of the schools below it into their drafts, from one sheet 代填; each school by itself. */
@Injectable()
export class FillingFromCountySheet {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Filling) private readonly filling: Filling,
    @Inject(CountySheets) private readonly sheets: CountySheets,
    @Inject(SheetFiles) private readonly files: SheetFiles,
  ) {}

  async fillIn({ periodId, file, dryRun }: InputOf<typeof reporting.fillInFromCountySheet>, call: Call): Promise<CountySheetTaken> {
    const period = await this.store.one(Period, periodId, call, PeriodNotFound);
    const uploaded = await this.files.read(await this.files.sent(file, call.caller), mostCountyRows, uploadedCounty);
    const { organisation } = uploaded.mark;
    assertThat(uploaded.mark.period === period.id, SheetOfAnotherPeriod);
    assertThat(await this.store.reaches(organisation, call), SheetOfAnotherOrganisation);
    const sheet = await this.sheets.of(period, organisation);
    holdToForm(uploaded, sheet);
    const rows = rowsMeant(uploaded.units, sheet.units, sheet.indicators, call.language);
    const done = await this.take(rows, period, dryRun, call);
    const marked = await this.markedSheet(rows, done, period, organisation, call);
    return taken(rows, done, { dryRun, file: marked }, call.language);
  }

  /** Some schools at a time, as long as there is time; what is wrong with a row by its cells is tried all the same, so that all its faults are told. */
  private async take(rows: readonly RowMeant[], period: Period, dryRun: boolean, call: Call): Promise<Map<RowMeant, Done>> {
    const done = new Map<RowMeant, Done>();
    const waiting = rows.filter((row) => {
      const settled = settledBeforehand(row);
      if (settled) done.set(row, settled);
      return !settled;
    });
    // Rows are taken in one order, so that two sheets never wait for each other in a circle.
    waiting.sort((one, other) => (one.unit!.organisation < other.unit!.organisation ? -1 : 1));
    for (const isTried of [false, true]) {
      const those = waiting.filter(({ faults }) => (dryRun || faults.length > 0) === isTried);
      for (let from = 0; from < those.length && call.deadline - Date.now() > reserve; from += atOnce) {
        const some = those.slice(from, from + atOnce);
        for (const [row, what] of await this.together(some, period, isTried, call)) done.set(row, what);
      }
    }
    return done;
  }

  /** In one transaction; where somebody else gets in the way, each alone. */
  private async together(rows: readonly RowMeant[], period: Period, isTried: boolean, call: Call): Promise<Map<RowMeant, Done>> {
    // What the platform knows is asked before the commit, of those alone that have to be begun.
    const counts = new Map(
      await Promise.all(
        rows
          .filter(({ unit }) => unit!.submission === null)
          .map(async ({ unit }) => [unit!.organisation, await this.filling.countsOf(period.id, unit!.organisation)] as const),
      ),
    );
    const done = new Map<RowMeant, Done>();
    try {
      await this.store.commit({ ...call, idempotencyKey: undefined }, async (work) => {
        for (const row of rows) done.set(row, await this.one(row, period, counts.get(row.unit!.organisation), work, call));
        if (isTried) throw new OnlyTried();
      });
    } catch (error) {
      if (error instanceof OnlyTried) return done;
      if (!(error instanceof Refusal)) throw error;
      if (rows.length === 1) return new Map([[rows[0]!, refusedBy(error, rows[0]!)]]);
      const alone = new Map<RowMeant, Done>();
      for (const row of rows) for (const each of await this.together([row], period, isTried, call)) alone.set(...each);
      return alone;
    }
    return done;
  }

  private async one(row: RowMeant, period: Period, counts: UnitCounts | undefined, work: Work, call: Call): Promise<Done> {
    const { values } = row;
    const { organisation, submission, version } = row.unit!;
    try {
      const { id } = submission
        ? await this.filling.enterWithin(work, submission, version!, { values }, call)
        : await this.filling.beginWithin(work, period, { organisation, values, remarks: undefined }, call, { counts, filler: 'authority' });
      return { outcome: row.faults.length > 0 ? 'faulty' : submission ? 'filledIn' : 'begun', submission: id, faults: row.faults };
    } catch (error) {
      // Begun by somebody at this very moment: the transaction can go no further.
      if (!(error instanceof Refusal) || (error.kind.code === SubmissionExists.code && submission === null)) throw error;
      return refusedBy(error, row);
    }
  }

  /** The sheet with what was typed where it could not be taken; nothing where all is well. */
  private async markedSheet(
    rows: readonly RowMeant[],
    done: ReadonlyMap<RowMeant, Done>,
    period: Period,
    organisation: string,
    call: Call,
  ): Promise<CountySheetTaken['file']> {
    const marked = new Map<string, MarkedCells>();
    for (const row of rows) {
      const what = done.get(row);
      if (what?.outcome !== 'faulty' || !row.unit) continue;
      const faults = new Map<string, string[]>();
      for (const { field, words } of what.faults) faults.set(field, [...(faults.get(field) ?? []), words]);
      const texts = new Map([...row.row.cells].map(([code, { text }]) => [code, text]));
      marked.set(row.unit.organisation, { texts, faults });
    }
    if (marked.size === 0) return null;
    // As they stand now: what was saved has new versions.
    const sheet = await this.sheets.of(period, organisation);
    const name = `${nameOf(sheet)}-${call.language === 'zh' ? '错误' : 'errors'}`;
    return this.files.keep(name, await countyInExcel(sheet, marked), call.caller);
  }
}

function holdToForm({ mark, codes }: UploadedCounty, sheet: CountySheet): void {
  if (mark.form !== sheet.mark.form) throw refuse(SheetOfAnotherForm, { sheet: mark.formNumber, now: sheet.mark.formNumber });
  const asked = sheet.indicators.map(({ code }) => code);
  assertThat(asked.length === codes.size && asked.every((code) => codes.has(code)), SheetNotOurs);
}

/** What needs no trying. */
function settledBeforehand({ unit, objection, changed, faults }: RowMeant): Done | undefined {
  const submission = unit?.submission ?? null;
  if (objection) return { outcome: 'refused', submission, faults: [], refused: objection };
  return changed.length === 0 && faults.length === 0 ? { outcome: 'unchanged', submission, faults: [] } : undefined;
}

/** A broken rule is a fault at its cells, beside those of the cells themselves; anything else refuses the row. */
function refusedBy(error: Refusal, { unit, faults }: RowMeant): Done {
  const submission = unit!.submission;
  if (error.kind.code !== SubmissionBrokenRules.code) return { outcome: 'refused', submission, faults: [], refused: error };
  const broken = (error.facts as { readonly faults: readonly BrokenRule[] }).faults;
  const known = new Set(faults.map(({ field }) => field));
  return { outcome: 'faulty', submission, faults: [...faults, ...broken.filter(({ field }) => !known.has(field))] };
}

function taken(
  rows: readonly RowMeant[],
  done: ReadonlyMap<RowMeant, Done>,
  { dryRun, file }: Pick<CountySheetTaken, 'dryRun' | 'file'>,
  language: Call['language'],
): CountySheetTaken {
  const known = rows.flatMap((row) => (done.has(row) ? [{ ...row, ...done.get(row)! }] : []));
  const count = (...outcomes: readonly CountySheetRow['outcome'][]) => known.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return {
    dryRun,
    rows: known.map(({ row, unit, outcome, submission, changed, refused }) => ({
      line: row.line,
      organisation: unit?.organisation ?? null,
      name: row.name,
      outcome,
      submission: dryRun && outcome === 'begun' ? null : submission,
      changed: outcome === 'begun' || outcome === 'filledIn' ? changed.length : 0,
      refused: refused ? explained(refused, language) : null,
    })),
    saved: dryRun ? 0 : count('begun', 'filledIn'),
    unchanged: count('unchanged'),
    faulty: count('faulty'),
    refused: count('refused'),
    left: rows.length - known.length,
    faults: known
      .flatMap(({ row, faults }) => faults.map((fault) => ({ ...fault, line: row.line, cell: row.cells.get(fault.field)?.place ?? '' })))
      .slice(0, mostTold),
    file,
  };
}
