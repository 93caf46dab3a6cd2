import { refuse, SubmissionBrokenRules, type BrokenRule, type Call, type InputOf, type reporting } from '@lianxue/contracts';
import { faultsIn, knownIn, unknownField } from './form-rules.js';
import type { Submission } from './submission.entity.js';
import type { Terms } from './terms.js';

/** What somebody gives for a whole submission. */
export type Filled = Pick<InputOf<typeof reporting.fillInSubmission>, 'values' | 'remarks'>;

/**
 * The whole document at once: what is not given is cleared, except the remarks where none are spoken of. What the platform knew stays, and
 * may come back with the rest as it was read.
 */
export function fill(submission: Submission, { values, remarks }: Filled, terms: Terms, call: Call): void {
  submission.remarks = remarks ?? submission.remarks;
  const strange = Object.keys(remarks ?? {}).filter((field) => !terms.indicators.some(({ code }) => code === field));
  const known = knownIn(submission.figures, terms);
  const typed = Object.fromEntries(Object.entries(values).filter(([code, value]) => !(code in known) || known[code] !== value));
  const untyped = Object.fromEntries(Object.entries(known).filter(([code]) => !(code in typed)));
  refuseFaults([
    ...faultsIn({ ...typed, ...untyped }, terms, { complete: false, language: call.language, known: untyped }),
    ...strange.map((field) => unknownField(field, call.language)),
  ]);
  const texts = new Set(terms.indicators.filter(({ type }) => type === 'text').map(({ code }) => code));
  const given = Object.entries(typed).filter(([, value]) => value !== null);
  submission.nationalEntry = null;
  submission.figures = { ...Object.fromEntries(given.filter(([code]) => !texts.has(code))), ...known };
  submission.words = Object.fromEntries(given.filter(([code]) => texts.has(code)));
}

export function refuseFaults(faults: readonly BrokenRule[]): void {
  if (faults.length > 0) throw refuse(SubmissionBrokenRules, { faults: [...faults] });
}
