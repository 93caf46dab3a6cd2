import { isUuid } from '@lianxue/contracts';

/** What a sheet says of itself in a hidden row, so that it comes back to where it came from. */
export interface Mark {
  readonly form: string;
  readonly formNumber: number;
  readonly period: string;
  readonly organisation: string;
  readonly submission: string;
  /** The version of the submission whose values it shows. */
  readonly version: number;
}

const kind = '联学填报表';

export const markCells = ({ form, formNumber, period, organisation, submission, version }: Mark): readonly string[] => [
  kind,
  form,
  String(formNumber),
  period,
  organisation,
  submission,
  String(version),
];

/** The mark in a row; undefined when it has none. */
export function markIn([
  first,
  form = '',
  formNumber = '',
  period = '',
  organisation = '',
  submission = '',
  version = '',
]: readonly string[]): Mark | undefined {
  const whole = [form, period, organisation, submission].every(isUuid) && [formNumber, version].every((text) => /^\d{1,9}$/.test(text));
  if (first !== kind || !whole) return undefined;
  return { form, formNumber: Number(formNumber), period, organisation, submission, version: Number(version) };
}
