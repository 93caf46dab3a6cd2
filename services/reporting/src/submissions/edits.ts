import { refuse, SubmissionFieldsChanged, VersionChanged, VersionRequired, type Call, type Values } from '@lianxue/contracts';
import type { Submission } from './submission.entity.js';

/** Which version of a submission last changed each of its fields, since a version before which nobody can tell. */
export interface Edits {
  readonly since: number;
  readonly fields: Readonly<Record<string, number>>;
}

/** Notes that the save now under way changes what differs from before. */
export function noteEdits(submission: Submission, before: Values): void {
  const { edits, values, version } = submission;
  const codes = new Set([...Object.keys(before), ...Object.keys(values)]);
  const changed = [...codes].filter((code) => before[code] !== values[code]);
  submission.edits = { ...edits, fields: { ...edits.fields, ...Object.fromEntries(changed.map((code) => [code, version + 1])) } };
}

/**
 * The submission with some fields given anew by somebody who read an older version: fields that others have saved since stay,
 * and a field that others have changed to something else is refused with what they put there.
 */
export function merged({ edits, values, version }: Submission, given: Values, read: Call['ifMatch']): Values {
  if (read === undefined) throw refuse(VersionRequired);
  if (read !== '*') {
    if (read > version || read < edits.since) throw refuse(VersionChanged);
    const fields = Object.keys(given)
      .filter((code) => (edits.fields[code] ?? 0) > read && (values[code] ?? null) !== given[code])
      .map((field) => ({ field, value: values[field] ?? null }));
    if (fields.length > 0) throw refuse(SubmissionFieldsChanged, { fields });
  }
  return { ...values, ...given };
}
