import type { Difference, Indicator, SubmissionSources, Values } from '@lianxue/contracts';
import { sql, type Store } from '@lianxue/persistence';
import type { KnownUnits, UnitCounts } from '../completion/known-units.js';
import { differences } from './differences.js';
import { knownIn } from './form-rules.js';
import type { Submission } from './submission.entity.js';
import type { Terms } from './terms.js';

/** What the platform knew of an organisation when it was last asked, and what that changed in the submission 一数一源. */
export interface Sources extends Omit<SubmissionSources, 'changes'> {
  readonly changes: readonly Difference[];
}

/** Whether a form, its formulas or the rules in force speak of what the platform knows. */
interface Asked {
  readonly indicators: readonly Indicator[];
  readonly points: boolean;
  readonly cited: boolean;
}

/**
 * What the platform knows of an organisation, where the form or a rule of the period speaks of it. Asked before the commit, since no
 * transaction waits for another service.
 */
export async function countsOf(
  period: string,
  organisation: string,
  store: Store,
  units: KnownUnits | undefined,
): Promise<UnitCounts | undefined> {
  if (!units) return undefined;
  const [asked] = await store.read<Asked>(
    sql`select f.indicators, 'teachingPoint' = any(d.filled_by) as points,
          exists (select 1 from validation_rule r where r.data_set = d.id and r.state = 'on' and r.condition ->> 'expression' like '%source.%') as cited
        from period p join form f on f.id = p.form join data_set d on d.id = p.data_set where p.id = ${period}`,
  );
  const speaks = asked?.cited || asked?.indicators.some(({ prefill, formula }) => prefill !== undefined || formula?.includes('source.'));
  // Points that report by themselves are not counted again with the school above them.
  return asked && speaks ? units.counts(organisation, !asked.points) : undefined;
}

/** Puts what the platform knows now in the place of what it knew before. Nobody types it, so nobody is asked. */
export function fetchInto(
  submission: Submission,
  counts: UnitCounts | undefined,
  { indicators }: Pick<Terms, 'indicators'>,
  at: string,
): void {
  if (!counts) return;
  const before = knownIn(submission.figures, { indicators });
  const known: Values = Object.fromEntries(indicators.flatMap(({ code, prefill }) => (prefill ? [[code, counts[prefill]]] : [])));
  submission.figures = { ...submission.figures, ...known };
  submission.sources = { fetchedAt: at, counts, changes: submission.sources ? differences(before, known) : [] };
}
