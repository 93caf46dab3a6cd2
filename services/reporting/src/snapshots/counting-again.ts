import { createHash } from 'node:crypto';
import type { SnapshotContent, SnapshotLine } from '@lianxue/contracts';
import { sql, type Sql } from '@lianxue/persistence';
import { valuesFrom, type FormOfPeriod } from '../figures/form-figures.js';
import { addends } from '../figures/summary.js';
import { unitsOf, type Asking } from '../figures/units.js';

/** A period as far as counting it again needs it. */
export interface FrozenPeriod extends Asking {
  readonly form: string;
}

interface SumRow {
  readonly authority: string | null;
  readonly division: string | null;
  readonly indicator: string;
  readonly total: string;
  readonly units: number;
}

export interface ApprovedRow {
  readonly authority: string | null;
  readonly division: string | null;
  readonly approved: number;
}

export interface ExpectedRow {
  readonly authority: string | null;
  readonly division: string | null;
  readonly expected: number;
}

/** What counted after contribution `upTo`, whatever replaced it since. */
const thenCounted = ({ id }: Asking, upTo: string): Sql =>
  sql`c.period = ${id} and c.seq <= ${upTo}::bigint and (c.replaced_by is null or c.replaced_by > ${upTo}::bigint)`;

const grouped = sql`group by grouping sets ((authority, indicator), (division, indicator), (indicator))`;

export const sumsThen = (period: FrozenPeriod, upTo: string): Sql => sql`
  select authority, division, indicator, trim_scale(sum(value))::text as total, count(*)::int as units
  from (select authority, division_code as division, indicator, value from (${addends(period.form, thenCounted(period, upTo))}) a) row ${grouped}`;

export const approvedThen = (period: Asking, upTo: string): Sql => sql`
  select c.authority, c.division_code as division, count(*)::int as approved from contribution c where ${thenCounted(period, upTo)}
  group by grouping sets ((c.authority), (c.division_code), ())`;

export const expectedNow = (period: Asking): Sql => sql`
  select authority, division, count(*)::int as expected from (${unitsOf(period)}) u
  where not u.closed or exists (select 1 from submission s where s.period = ${period.id} and s.organisation = u.unit)
  group by grouping sets ((authority), (division), ())`;

/** The content of a snapshot from its counts; lines in the order of their keys, so that equal figures give equal content. */
export function contentOf(
  form: FormOfPeriod,
  sums: readonly SumRow[],
  approved: readonly ApprovedRow[],
  expected: readonly ExpectedRow[],
): SnapshotContent {
  const isWhole = (row: { authority: string | null; division: string | null }) => row.authority === null && row.division === null;
  const line = (key: string, of: (row: { authority: string | null; division: string | null }) => boolean): SnapshotLine => ({
    key,
    expected: expected.find(of)?.expected ?? 0,
    approved: approved.find(of)?.approved ?? 0,
    figures: figuresOf(form, sums.filter(of)),
  });
  const keys = (column: 'authority' | 'division') =>
    [...new Set([...approved, ...expected].map((row) => row[column]))].filter((key) => key !== null).sort();
  return {
    managed: keys('authority').map((key) => line(key, (row) => row.authority === key)),
    territory: keys('division').map((key) => line(key, (row) => row.division === key)),
    total: line('', isWhole),
    formulas: Object.fromEntries(form.indicators.flatMap(({ code, formula }) => (formula === undefined ? [] : [[code, formula]]))),
  };
}

function figuresOf(form: FormOfPeriod, rows: readonly SumRow[]): SnapshotLine['figures'] {
  const units = new Map(rows.map((row) => [row.indicator, row.units]));
  const values = valuesFrom(form, new Map(rows.map(({ indicator, total }) => [indicator, total])));
  return Object.fromEntries(
    [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, value]) => [code, { value, units: units.get(code) ?? null }]),
  );
}

/** SHA-256 of the content, its keys in order. */
export const hashOf = (content: SnapshotContent): string =>
  createHash('sha256')
    .update(
      JSON.stringify(content, (_key, part: unknown) =>
        isPlain(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
      ),
    )
    .digest('hex');

const isPlain = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where two contents have other figures; how many are expected is fixed once and not counted again. */
export function differences(one: SnapshotContent, other: SnapshotContent): string[] {
  const figures = ({ managed, territory, total }: SnapshotContent) =>
    [...managed, ...territory, total].flatMap(({ key, approved, figures: of }) => [
      [`${key} approved`, String(approved)] as const,
      ...Object.entries(of).map(([code, { value, units }]) => [`${key} ${code}`, `${value} ${units}`] as const),
    ]);
  const [left, right] = [new Map(figures(one)), new Map(figures(other))];
  return [...new Set([...left.keys(), ...right.keys()])].filter((place) => left.get(place) !== right.get(place));
}
