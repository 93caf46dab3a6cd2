import { refuse, rosterFiles, RosterUnreadable } from '@lianxue/contracts';
import { CsvError, parse } from 'csv-parse/sync';
import type { Place } from './row-errors.js';

/** One row of a file, by the names in its header. */
export interface Row extends Place {
  /** The trimmed value of the first of these columns that the file has; empty when it has none. */
  get(...columns: readonly string[]): string;
  /** Whether the file has one of these columns: what has no column is not said. */
  has(...columns: readonly string[]): boolean;
  /** The first of these columns that the file has: what an error names. */
  column(...columns: readonly string[]): string;
}

/** The columns without which a file cannot be understood; each entry lists what OneRoster 1.2 and SDS v2.1 call it. */
const required: Readonly<Record<string, readonly (readonly string[])[]>> = {
  orgs: [['sourcedId'], ['name'], ['type']],
  academicSessions: [['sourcedId'], ['title']],
  courses: [['sourcedId'], ['title']],
  users: [['sourcedId'], ['givenName', 'familyName']],
  roles: [['userSourcedId'], ['orgSourcedId'], ['role']],
  classes: [['sourcedId'], ['title'], ['schoolSourcedId', 'orgSourcedId']],
  enrollments: [['classSourcedId'], ['userSourcedId'], ['role']],
  demographics: [['sourcedId', 'userSourcedId']],
  relationships: [['userSourcedId'], ['relationshipUserSourcedId'], ['relationshipRole']],
};

/** The rows of the files that were sent; a file that was not sent is not there. */
export type RosterRows = Readonly<Partial<Record<RosterFile, readonly Row[]>>>;
export type RosterFile = (typeof rosterFiles)[number];

export const rowsOfAll = (texts: Readonly<Record<string, string>>): RosterRows =>
  Object.fromEntries(rosterFiles.filter((file) => texts[file] !== undefined).map((file) => [file, rowsOf(file, texts[file])]));

/** The rows of a file; an absent file has none. Refuses with {@link RosterUnreadable} what is no such table at all. */
export function rowsOf(file: string, text: string | undefined): Row[] {
  if (text === undefined) return [];
  const [header, ...records] = recordsOf(file, text);
  if (!header) throw refuse(RosterUnreadable, { file, reason: 'no_header' });
  const index = new Map(header.record.map((name, at) => [name.trim(), at]));
  for (const names of required[file] ?? []) {
    if (!names.some((name) => index.has(name)))
      throw refuse(RosterUnreadable, { file, reason: 'missing_column', column: names.join(' | ') });
  }
  return records.map(({ record, line }) => {
    const column = (...names: readonly string[]) => names.find((name) => index.has(name)) ?? names[0]!;
    const has = (...names: readonly string[]) => names.some((name) => index.has(name));
    return { file, line, has, column, get: (...names) => record[index.get(column(...names)) ?? -1]?.trim() ?? '' };
  });
}

function recordsOf(file: string, text: string): { record: string[]; line: number }[] {
  try {
    const found = parse(text, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    // A row of nothing but commas is what a spreadsheet leaves behind.
    return found
      .map(({ record, info }) => ({ record, line: info.lines }))
      .filter(({ record }) => record.some((value) => value.trim() !== ''));
  } catch (error) {
    if (error instanceof CsvError) throw refuse(RosterUnreadable, { file, reason: 'broken_quotes' });
    throw error;
  }
}

/** A calendar day as schools write it, or undefined when it is none. */
export function dayIn(written: string): string | undefined {
  const [, year, month, date] = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})$/.exec(written) ?? [];
  if (!year) return undefined;
  const day = `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`;
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : undefined;
}
