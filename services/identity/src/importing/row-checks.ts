import { dayIn, type Row } from './files.js';
import type { RowErrorCode, RowErrors } from './row-errors.js';

const goneStatus = 'tobedeleted';
export const isGone = (row: Row): boolean => row.get('status').toLowerCase() === goneStatus;

/** A day of a row; undefined when none is given, and an error when it is none. */
export function dayOf(row: Row, errors: RowErrors, ...columns: readonly string[]): string | undefined {
  const written = row.get(...columns);
  if (!written) return undefined;
  const day = dayIn(written);
  if (!day) errors.add(row, row.column(...columns), 'date.form');
  return day;
}

/** A day of birth; an error when it is none, or one on which nobody of a roster was born. */
export function bornOf(row: Row, errors: RowErrors, today: string, column: string): string | undefined {
  const day = dayOf(row, errors, column);
  if (day === undefined || isBirthDate(day, today)) return day;
  errors.add(row, column, 'birth_date.impossible');
  return undefined;
}

export const isBirthDate = (day: string, today: string): boolean => day >= '1900-01-01' && day <= today;

/** Whether every one of these columns is filled; the empty ones are errors. */
export function filled(row: Row, errors: RowErrors, ...columns: readonly (readonly string[])[]): boolean {
  const empty = columns.filter((names) => !row.get(...names));
  for (const names of empty) errors.add(row, row.column(...names), 'field.missing');
  return empty.length === 0;
}

/** Notes an error; the row gives nothing. */
export function wrong(row: Row, errors: RowErrors, field: string, code: RowErrorCode): [] {
  errors.add(row, field, code);
  return [];
}
