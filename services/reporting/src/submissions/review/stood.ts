import type { Submission } from '../submission.entity.js';

/** What opening a correction and all that comes after it may change of a submission. */
const changed = [
  'filledBy',
  'round',
  'reviewer',
  'level',
  'nearest',
  'returnedBy',
  'actedBy',
  'figures',
  'words',
  'previous',
  'sealedOn',
  'computed',
  'remarks',
  'warnings',
  'reasons',
  'note',
  'isUnchanged',
  'isLate',
  'warningCount',
  'changeCount',
  'risk',
  'attachments',
  'sources',
  'nationalEntry',
  'submittedAt',
  'decidedAt',
] as const satisfies readonly (keyof Submission)[];

type Changed = (typeof changed)[number];

/** A submission as it stood when it was approved, kept while a correction of it is under way. Times are texts there. */
export type Stood = { readonly [K in Changed]: Submission[K] extends Date | null ? string | null : Submission[K] };

const momentOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

export const stoodOf = (submission: Submission): Stood =>
  JSON.parse(JSON.stringify(Object.fromEntries(changed.map((field) => [field, submission[field]])))) as Stood;

/** Brings back what stood: the same document, with a new version alone. */
export function bringBack(submission: Submission, { submittedAt, decidedAt, ...stood }: Stood): void {
  Object.assign(submission, stood, { submittedAt: momentOf(submittedAt), decidedAt: momentOf(decidedAt), correction: null });
  submission.edits = { since: submission.version + 1, fields: {} };
}
