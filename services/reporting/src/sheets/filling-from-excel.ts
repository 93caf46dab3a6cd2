import {
  assertThat,
  isComputed,
  refuse,
  Refusal,
  SheetFaulty,
  SheetOfAnotherForm,
  SheetOfAnotherOrganisation,
  SheetOfAnotherPeriod,
  SheetOutdated,
  SubmissionBrokenRules,
  SubmissionNotFound,
  type BrokenRule,
  type Call,
  type InputOf,
  type OutputOf,
  type reporting,
  type SheetFault,
  type Values,
} from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { words } from '../submissions/rule-words.js';
import { Filling } from '../submissions/filling.js';
import { Submission } from '../submissions/submission.entity.js';
import { cellWords } from './cell-words.js';
import { asked, formInExcel, type FormInExcel } from './form-in-excel.js';
import { fileName, FormsInExcel } from './forms-in-excel.js';
import { SheetFiles } from './sheet-files.js';
import type { Mark } from './sheet-mark.js';
import { typedValue } from './typed-value.js';
import { mostFormRows, uploadedForm, type UploadedForm } from './uploaded-form.js';

/** What the cells of a form mean, and what is wrong with those that mean nothing. */
interface Understood {
  readonly values: Values;
  readonly faults: readonly BrokenRule[];
}

/** Undoes what was only tried. */
class OnlyTried extends Error {}

/** Fills in a submission from the form that somebody downloaded: the same rules as any other filling, every fault at its cell. */
@Injectable()
export class FillingFromExcel {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Filling) private readonly filling: Filling,
    @Inject(FormsInExcel) private readonly forms: FormsInExcel,
    @Inject(SheetFiles) private readonly files: SheetFiles,
  ) {}

  async fillIn(
    { submissionId, file }: InputOf<typeof reporting.fillInFromSheet>,
    call: Call,
  ): Promise<OutputOf<typeof reporting.fillInFromSheet>> {
    const submission = await this.store.one(Submission, submissionId, call, SubmissionNotFound);
    const form = await this.forms.of(submission);
    const uploaded = await this.files.read(await this.files.sent(file, call.caller), mostFormRows, uploadedForm);
    holdToMark(uploaded.mark, form.mark);
    const { values, faults } = understood(uploaded, form, call.language);
    const seen: Call = { ...call, ifMatch: uploaded.mark.version };
    const broken = faults.length > 0 ? await this.tried(submissionId, values, seen) : [];
    if (faults.length > 0) throw await this.faulty([...faults, ...broken], uploaded, form, call);
    try {
      const { version } = await this.filling.fillIn({ submissionId, values }, seen);
      return { submission: submissionId, version, changed: changedFields(submission.values, values) };
    } catch (error) {
      throw isBroken(error) ? await this.faulty(error.facts.faults, uploaded, form, call) : error;
    }
  }

  /** The rules that the cells which can be understood break; nothing is saved. */
  private async tried(submissionId: string, values: Values, call: Call): Promise<readonly BrokenRule[]> {
    try {
      return await this.store.commit({ ...call, idempotencyKey: undefined }, async (work) => {
        await this.filling.fillInWithin(work, { submissionId, values }, call);
        throw new OnlyTried();
      });
    } catch (error) {
      if (error instanceof OnlyTried) return [];
      if (isBroken(error)) return error.facts.faults;
      throw error;
    }
  }

  /** The refusal of a sheet with faults, and the sheet itself, marked, for whoever sent it. */
  private async faulty(faults: readonly BrokenRule[], uploaded: UploadedForm, form: FormInExcel, call: Call): Promise<Refusal> {
    const byField = new Map<string, string[]>();
    for (const { field, words } of faults) byField.set(field, [...(byField.get(field) ?? []), words]);
    const texts = new Map([...uploaded.cells].map(([code, { text }]) => [code, text]));
    const bytes = await formInExcel(form, { texts, faults: byField });
    const name = `${fileName(form)}-${call.language === 'zh' ? '错误' : 'errors'}`;
    const atCells = faults.map((fault): SheetFault => ({ ...fault, cell: uploaded.cells.get(fault.field)?.place ?? '' }));
    return refuse(SheetFaulty, { faults: atCells, file: await this.files.keep(name, bytes, call.caller) });
  }
}

/** A sheet goes only where it came from, and only while nobody has saved since. */
function holdToMark(mark: Mark, now: Mark): void {
  assertThat(mark.organisation === now.organisation, SheetOfAnotherOrganisation);
  assertThat(mark.period === now.period && mark.submission === now.submission, SheetOfAnotherPeriod);
  if (mark.form !== now.form) throw refuse(SheetOfAnotherForm, { sheet: mark.formNumber, now: now.formNumber });
  if (mark.version !== now.version) throw refuse(SheetOutdated, { sheet: mark.version, now: now.version });
}

function understood({ cells }: UploadedForm, form: FormInExcel, language: 'zh' | 'en'): Understood {
  const values: Record<string, Values[string]> = {};
  const faults: BrokenRule[] = [];
  const known = new Set(asked(form).map(({ code }) => code));
  for (const code of cells.keys()) if (!known.has(code)) faults.push({ field: code, rule: 'unknown', words: words.unknown(language) });
  for (const indicator of asked(form)) {
    const { code } = indicator;
    const cell = cells.get(code);
    // What nobody types is not read: the platform computes it anew.
    if (isComputed(indicator)) continue;
    if (!cell) faults.push({ field: code, rule: 'row_missing', words: cellWords.rowMissing(language) });
    else if (cell.twice) faults.push({ field: code, rule: 'row_twice', words: cellWords.rowTwice(language) });
    else {
      const typed = typedValue(cell, indicator, language);
      if ('fault' in typed) faults.push({ field: code, ...typed.fault });
      else values[code] = typed.value;
    }
  }
  return { values, faults };
}

const isBroken = (error: unknown): error is Refusal & { readonly facts: { readonly faults: readonly BrokenRule[] } } =>
  error instanceof Refusal && error.kind.code === SubmissionBrokenRules.code;

const changedFields = (before: Values, after: Values): string[] =>
  Object.keys(after).filter((code) => (before[code] ?? null) !== (after[code] ?? null));
