import type { AskedAttachment, CrossRule, DataSetFact, Indicator } from '@lianxue/contracts';
import { sql, type Sql, type Work } from '@lianxue/persistence';
import { Windows } from '../collecting/windows.js';
import { askingWithin, type Asking } from './asking.js';

/** What a submission is held to: the windows of its period, the rules of its form, who reviews it. */
export interface Terms {
  readonly period: string;
  readonly form: string;
  /** The authority that announced the period: the last that reviews. */
  readonly authority: string;
  readonly reviewedBy: DataSetFact['reviewedBy'];
  readonly windows: Windows;
  readonly indicators: readonly Indicator[];
  readonly rules: readonly CrossRule[];
  readonly attachments: readonly AskedAttachment[];
}

interface TermsRow {
  readonly period: string;
  readonly form: string;
  readonly authority: string;
  readonly reviewed_by: DataSetFact['reviewedBy'];
  readonly indicators: Indicator[];
  readonly rules: CrossRule[];
  readonly attachments: AskedAttachment[];
  readonly opens: Date;
  readonly school_due: Date;
  readonly county_due: Date;
  readonly city_due: Date;
  readonly province_due: Date | null;
  readonly county_opens: Date | null;
  readonly city_opens: Date | null;
  readonly province_opens: Date | null;
}

/**
 * The terms of some periods. Period and form belong to an authority above; whoever may meet the submission may read
 * them, so no reach is asked for.
 */
const ofPeriods = (periods: readonly string[]): Sql =>
  sql`select p.id as period, p.form, p.organisation as authority, d.reviewed_by, p.opens, p.school_due, p.county_due, p.city_due, p.province_due,
        p.county_opens, p.city_opens, p.province_opens, f.indicators, f.rules, f.attachments
      from period p join form f on f.id = p.form join data_set d on d.id = p.data_set where p.id = any(${periods}::uuid[]) order by p.id`;

/** The terms of each period. `share` keeps a recount of their roll-ups waiting until the commit ends. */
export async function termsBy(ask: Asking, periods: readonly string[], share = false): Promise<ReadonlyMap<string, Terms>> {
  const asked = ofPeriods([...new Set(periods)]);
  const rows = await ask<TermsRow>(share ? sql`${asked} for share of p` : asked);
  return new Map(rows.map((row) => [row.period, termsFrom(row)]));
}

/** The terms of one period within a commit. */
export async function termsWithin(work: Work, period: string): Promise<Terms> {
  return (await termsBy(askingWithin(work), [period])).get(period)!;
}

const termsFrom = ({ period, form, authority, reviewed_by, indicators, rules, attachments, ...due }: TermsRow): Terms => ({
  period,
  form,
  authority,
  reviewedBy: reviewed_by,
  indicators,
  rules,
  attachments,
  windows: new Windows({
    opens: due.opens,
    schoolDue: due.school_due,
    countyDue: due.county_due,
    cityDue: due.city_due,
    provinceDue: due.province_due,
    countyOpens: due.county_opens,
    cityOpens: due.city_opens,
    provinceOpens: due.province_opens,
  }),
});
