import type { BrokenRule, Indicator, SubmissionValidation, Values, Warning } from '@lianxue/contracts';
import type { Asking } from '../submissions/asking.js';
import { faultsIn, knownIn } from '../submissions/form-rules.js';
import type { LastPeriod } from '../submissions/last-period.js';
import type { Submission } from '../submissions/submission.entity.js';
import { words } from '../submissions/rule-words.js';
import type { Terms } from '../submissions/terms.js';
import { demandsOf, verdictOn, type Demand } from './demands.js';
import { computed } from './formulas.js';
import { lookupOf, type Elsewhere } from './lookup.js';
import { usualIn } from './siblings.js';
import { surroundingsOf, type HeldRule } from './surroundings.js';
import { vocabularyOf } from './vocabulary.js';

/** What the validation rules make of a submission: kept on it, or only told. */
export type Judgement = Pick<SubmissionValidation, 'computed' | 'warnings' | 'uncomputable'>;

/** A judgement with what the organisation last had approved, found by the same statement. */
interface Judged extends Judgement {
  readonly approved: LastPeriod | undefined;
}

/**
 * Judges a submission by the rules in force for it, with what its organisation and its siblings submitted before, and what the
 * platform itself knew of the organisation when it was last asked.
 */
export async function judge(
  submission: Pick<Submission, 'period' | 'organisation' | 'values' | 'sources'>,
  { indicators }: { indicators: readonly Indicator[] },
  ask: Asking,
): Promise<Judged> {
  const { rules, before, last, lastYear, approved } = await surroundingsOf(submission, ask);
  const read = rules.map((rule) => ({ rule, demands: demandsOf(rule.condition, indicators) }));
  const compared = namesCompared(read.flatMap(({ demands }) => ('faults' in demands ? [] : demands)));
  const usual = before !== null && compared.length > 0 ? await usualIn(before, compared, ask, submission.organisation) : undefined;
  const [siblings] = usual?.values() ?? [];
  const elsewhere = { last: last ?? {}, lastYear: lastYear ?? {}, source: submission.sources?.counts, ...siblings };
  return { ...judgement(read, submission.values, indicators, elsewhere), approved: approved ?? undefined };
}

/** The indicators that are compared with the siblings'. */
export const namesCompared = (demands: readonly Demand[]): string[] => [
  ...new Set(
    demands.flatMap(({ expression }) =>
      expression.mentions.filter(({ origin }) => origin === 'mean' || origin === 'variance').map(({ name }) => name),
    ),
  ),
];

type ReadRule = { readonly rule: HeldRule; readonly demands: ReturnType<typeof demandsOf> };

function judgement(rules: readonly ReadRule[], values: Values, indicators: readonly Indicator[], elsewhere: Elsewhere): Judgement {
  const own = computed({ indicators }, values, elsewhere);
  const lookup = lookupOf(vocabularyOf(indicators), { ...elsewhere, now: { ...values, ...own } });
  const names = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const warnings: Warning[] = [];
  const uncomputable: SubmissionValidation['uncomputable'] = [];
  for (const { rule, demands } of rules) {
    const { code, severity, needsRemark } = rule;
    if ('faults' in demands) {
      uncomputable.push({ rule: code, reason: 'notOnThisForm' });
      continue;
    }
    const { outcome, fields } = verdictOn(demands, lookup);
    if (outcome === 'dividedByZero') uncomputable.push({ rule: code, reason: outcome });
    for (const field of fields) {
      const { name = field, nameEn = field } = names.get(field) ?? {};
      const told = { words: rule.words.replaceAll('{indicator}', name), wordsEn: rule.wordsEn.replaceAll('{indicator}', nameEn) };
      warnings.push({ field, rule: code, severity, needsRemark, ...told });
    }
  }
  return { computed: own, warnings, uncomputable };
}

/** Everything that keeps a submission from being submitted: what the form demands, and what validation rules do. */
export const faultsBeforeSubmit = (
  { values, remarks, attachments }: Pick<Submission, 'values' | 'remarks' | 'attachments'>,
  terms: Pick<Terms, 'indicators' | 'rules' | 'attachments'>,
  judgement: Judgement,
  language: 'zh' | 'en',
): BrokenRule[] => [
  ...faultsIn(values, terms, { complete: true, language, known: knownIn(values, terms) }),
  ...terms.attachments
    .filter(({ code, required }) => required && !attachments.some((attachment) => attachment.code === code))
    .map(({ code }) => ({ field: code, rule: 'attachment', words: words.attachment(language) })),
  ...faultsOf(judgement, remarks, language),
];

/** A blocking rule, or one that asks for a remark that is not there. */
function faultsOf({ warnings }: Judgement, remarks: Submission['remarks'], language: 'zh' | 'en'): BrokenRule[] {
  return warnings.flatMap(({ field, rule, severity, needsRemark, ...broken }) => {
    const said = language === 'zh' ? broken.words : broken.wordsEn;
    if (severity === 'blocking') return [{ field, rule, words: said }];
    if (!needsRemark || remarks[field] !== undefined) return [];
    return [{ field, rule, words: language === 'zh' ? `${said}（须说明原因）` : `${said} (a remark is needed)` }];
  });
}

/** Keeps on the submission what was computed of it and what it breaks. */
export function keepOn(submission: Submission, { computed, warnings }: Judgement): void {
  Object.assign(submission, { computed, warnings, warningCount: warnings.length });
}
