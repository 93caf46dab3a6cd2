import {
  refuse,
  ResourceChecklistIncomplete,
  ResourceCodesNeeded,
  ResourceCodeUnknown,
  reviewCodes,
  type OrganisationKind,
  type ResourceLevel,
  type ReviewRule,
} from '@lianxue/contracts';
import { sql, type Asking } from '@lianxue/persistence';
import { levelOf } from '../standing/tiers.js';

/** What publication at a tier is worth until the tier says otherwise: twice as much at each tier. */
const usualCredits: Readonly<Record<Exclude<ResourceLevel, 'personal'>, ReviewRule['credits']>> = {
  school: { author: 2, contributor: 1, school: 1 },
  county: { author: 4, contributor: 2, school: 2 },
  city: { author: 8, contributor: 4, school: 4 },
  province: { author: 16, contributor: 8, school: 8 },
};

export const creditsAt = (kind: OrganisationKind): ReviewRule['credits'] => usualCredits[levelOf(kind)];

/** Until a tier sets its rule: one step, done by its reviewers or by those above, who answer for it too. */
const usual = { steps: ['审核'], checklist: [], reviewDays: null, standIn: true, recheckMonths: null, graceDays: 30 };

type Kept = Omit<ReviewRule, 'isSet' | 'organisation'>;

/** The rules in force at these organisations, by organisation. */
export async function rulesAt(organisations: readonly string[], ask: Asking): Promise<ReadonlyMap<string, ReviewRule>> {
  if (organisations.length === 0) return new Map();
  const rows = await ask<{ organisation: string; kind: OrganisationKind; rule: Kept | null }>(
    sql`select o.id as organisation, o.kind, case when r.id is not null then jsonb_build_object('steps', r.steps, 'checklist', r.checklist,
               'reviewDays', r.review_days, 'standIn', r.stand_in, 'recheckMonths', r.recheck_months, 'graceDays', r.grace_days,
               'credits', r.credits) end as rule
        from organisation o left join review_rule r on r.organisation = o.id where o.id = any(${organisations}::uuid[])`,
  );
  return new Map(
    rows.map(({ organisation, kind, rule }) => [
      organisation,
      { organisation, isSet: rule !== null, ...(rule ?? { ...usual, credits: creditsAt(kind) }) },
    ]),
  );
}

export async function ruleAt(organisation: string, ask: Asking): Promise<ReviewRule> {
  return (await rulesAt([organisation], ask)).get(organisation)!;
}

/** Refuses codes the tier does not know; without a checklist of its own it has the five usual ones. */
function holdToKnown({ checklist }: ReviewRule, codes: readonly string[]): void {
  const known = (checklist.length > 0 ? checklist : reviewCodes).map(({ code }) => code);
  const unknown = codes.filter((code) => !known.includes(code));
  if (unknown.length > 0) throw refuse(ResourceCodeUnknown, { codes: unknown, known });
}

/** Refuses to pass what was not checked item by item. */
export function holdToChecklist(rule: ReviewRule, checked: readonly string[]): void {
  holdToKnown(rule, checked);
  const missing = rule.checklist.filter(({ code }) => !checked.includes(code));
  if (missing.length > 0) {
    throw refuse(ResourceChecklistIncomplete, { missing: missing.map(({ name }) => name), codes: missing.map(({ code }) => code) });
  }
}

/** Refuses a return or rejection that names no reason code where the tier has a checklist. */
export function holdToCodes(rule: ReviewRule, codes: readonly string[]): void {
  holdToKnown(rule, codes);
  if (rule.checklist.length > 0 && codes.length === 0) throw refuse(ResourceCodesNeeded, { known: rule.checklist.map(({ code }) => code) });
}

/** Until when the step that begins now should be done. */
export const dueAfter = ({ reviewDays }: ReviewRule, now: Date): Date | null =>
  reviewDays === null ? null : new Date(now.getTime() + reviewDays * 24 * 3600_000);
