import { isAskedOf, type BrokenRule, type Indicator, type OrganisationKind, type Values } from '@lianxue/contracts';
import { sql } from '@lianxue/persistence';
import type { Asking } from '../submissions/asking.js';
import { faultsIn } from '../submissions/form-rules.js';

/** What the added sections still demand of a submission before it is submitted. */
export async function unanswered(
  { id, organisation, period }: { readonly id: string; readonly organisation: string; readonly period: string },
  ask: Asking,
  language: 'zh' | 'en',
): Promise<BrokenRule[]> {
  const sections = await ask<{ indicators: Indicator[]; kind: OrganisationKind; said: Values }>(sql`
    select s.indicators, o.kind, coalesce(w.figures || w.words, '{}') as said
    from added_section s join period p on p.data_set = s.data_set join organisation a on a.id = s.organisation join organisation o on o.path <@ a.path
      left join section_answer w on w.section = s.id and w.submission = ${id}
    where p.id = ${period} and o.id = ${organisation} and not s.withdrawn`);
  return sections.flatMap(({ indicators, kind, said }) =>
    faultsIn(said, { indicators: indicators.filter((one) => isAskedOf(one, kind)), rules: [] }, { complete: true, language }),
  );
}
