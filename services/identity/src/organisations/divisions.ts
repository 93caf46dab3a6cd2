import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** A division of the country, GB/T 2260; codes go out of use and have successors. */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly parent: string;
  readonly level: 'province' | 'city' | 'county';
  /** First day of use; empty when it has always been in use. */
  readonly valid_from: string;
  /** First day it was no longer in use; empty while it is. */
  readonly valid_to: string;
  readonly successor: string;
}

const read = (): ReadonlyMap<string, Division> => {
  const text = readFileSync(new URL('../../data/divisions.csv', import.meta.url), 'utf8');
  const rows = parse<Division>(text, { columns: true, bom: true, skip_empty_lines: true });
  return new Map(rows.map((row) => [row.code, row]));
};

/** Every division code in use or gone, read once from the committed table. */
export const divisions: ReadonlyMap<string, Division> = read();
