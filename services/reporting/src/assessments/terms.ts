import { dayInBeijing, type RubricContent } from '@lianxue/contracts';
import { sql, type Sql, type Work } from '@lianxue/persistence';
import { askingWithin, type Asking } from '../submissions/asking.js';

/** What the ratings of one assessment are held to: its windows, who announced it, its rubric. */
export interface Terms {
  readonly assessment: string;
  /** The authority that announced it. */
  readonly authority: string;
  readonly authorityName: string;
  readonly published: boolean;
  readonly opens: Date;
  readonly due: { readonly self: Date; readonly first: Date; readonly final: Date };
  /** Until when a published result can be objected to. */
  readonly objections: Date | null;
  readonly rubric: Pick<RubricContent, 'dimensions' | 'vetoes' | 'grades' | 'deductions'>;
}

interface TermsRow {
  readonly assessment: string;
  readonly authority: string;
  readonly authority_name: string;
  readonly status: string;
  readonly opens: Date;
  readonly self_due: Date;
  readonly first_due: Date;
  readonly final_due: Date;
  readonly published_at: Date | null;
  readonly objection_days: number;
  readonly dimensions: RubricContent['dimensions'];
  readonly vetoes: RubricContent['vetoes'];
  readonly grades: RubricContent['grades'];
  readonly deductions: RubricContent['deductions'];
}

/** Assessment and rubric belong to authorities above; whoever may meet the rating may read them, so no reach is asked for. */
const ofAssessments = (assessments: readonly string[]): Sql =>
  sql`select a.id as assessment, a.organisation as authority, o.name as authority_name, a.status, a.opens, a.self_due, a.first_due, a.final_due,
        a.published_at, a.objection_days, r.dimensions, r.vetoes, r.grades, r.deductions
      from assessment a join rubric r on r.id = a.rubric join organisation o on o.id = a.organisation where a.id = any(${assessments}::uuid[])`;

export async function termsOf(ask: Asking, assessments: readonly string[]): Promise<ReadonlyMap<string, Terms>> {
  const rows = await ask<TermsRow>(ofAssessments([...new Set(assessments)]));
  return new Map(rows.map((row) => [row.assessment, termsFrom(row)]));
}

/** Within a commit. `share` keeps its results from being published until the commit ends. */
export async function termsWithin(work: Work, assessment: string, share = false): Promise<Terms> {
  const terms = ofAssessments([assessment]);
  const [row] = await askingWithin(work)<TermsRow>(share ? sql`${terms} for share of a` : terms);
  return termsFrom(row!);
}

const termsFrom = (row: TermsRow): Terms => ({
  assessment: row.assessment,
  authority: row.authority,
  authorityName: row.authority_name,
  published: row.status === 'published',
  opens: row.opens,
  due: { self: row.self_due, first: row.first_due, final: row.final_due },
  objections: row.published_at && endOfDay(row.published_at, row.objection_days),
  rubric: { dimensions: row.dimensions, vetoes: row.vetoes, grades: row.grades, deductions: row.deductions },
});

const endOfDay = (from: Date, days: number): Date =>
  new Date(`${dayInBeijing(new Date(from.getTime() + days * 24 * 3600_000))}T23:59:59+08:00`);
