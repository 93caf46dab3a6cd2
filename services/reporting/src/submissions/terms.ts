import type { CrossRule, Indicator } from '@lianxue/contracts';
import { render, sql, type Sql, type Store, type Work } from '@lianxue/persistence';
import { Windows } from '../collecting/windows.js';

/** What a submission is held to: the windows of its period, the rules of its form. */
export interface Terms {
  readonly period: string;
  readonly form: string;
  readonly windows: Windows;
  readonly indicators: readonly Indicator[];
  readonly rules: readonly CrossRule[];
}

interface TermsRow {
  readonly period: string;
  readonly form: string;
  readonly indicators: Indicator[];
  readonly rules: CrossRule[];
  readonly opens: Date;
  readonly school_due: Date;
  readonly county_due: Date;
  readonly city_due: Date;
  readonly province_due: Date | null;
}

/**
 * The terms of some periods. Period and form belong to an authority above; whoever may meet the submission may read
 * them, so no reach is asked for.
 */
const ofPeriods = (periods: readonly string[]): Sql =>
  sql`select p.id as period, p.form, p.opens, p.school_due, p.county_due, p.city_due, p.province_due, f.indicators, f.rules
      from period p join form f on f.id = p.form where p.id = any(${periods}::uuid[])`;

export async function termsOf(store: Store, periods: readonly string[]): Promise<ReadonlyMap<string, Terms>> {
  const rows = await store.read<TermsRow>(ofPeriods([...new Set(periods)]));
  return new Map(rows.map((row) => [row.period, termsFrom(row)]));
}

/** The terms of one period within a commit. `share` keeps a recount of its roll-up waiting until the commit ends. */
export async function termsWithin(work: Work, period: string, share = false): Promise<Terms> {
  const { text, values } = render(ofPeriods([period]));
  const [row] = await work.query<TermsRow>(share ? `${text} for share of p` : text, values);
  return termsFrom(row!);
}

const termsFrom = ({ period, form, indicators, rules, ...due }: TermsRow): Terms => ({
  period,
  form,
  indicators,
  rules,
  windows: new Windows({
    opens: due.opens,
    schoolDue: due.school_due,
    countyDue: due.county_due,
    cityDue: due.city_due,
    provinceDue: due.province_due,
  }),
});
