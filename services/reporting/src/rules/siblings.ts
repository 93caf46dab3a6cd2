import { sql } from '@lianxue/persistence';
import type { Asking } from '../submissions/asking.js';
import type { Given } from './lookup.js';

/** Fewer than so many say nothing about what is usual. */
const least = 5;

/** What is usual among an organisation's siblings: mean and variance by indicator. */
export interface Usual {
  readonly mean: Given;
  readonly variance: Given;
}

/** What organisations of the same kind below the same authority submitted in a period, by `<parent> <kind>`. */
export async function usualIn(period: string, fields: readonly string[], ask: Asking, of?: string): Promise<ReadonlyMap<string, Usual>> {
  const rows = await ask<{ siblings: string; code: string; mean: string; variance: string }>(sql`
    select b.parent || ' ' || b.kind as siblings, v.key as code, avg(v.value::text::numeric) as mean, var_pop(v.value::text::numeric) as variance
    from submission s join organisation b on b.id = s.organisation
      cross join lateral jsonb_each(s.figures || s.computed) as v(key, value)
    where s.period = ${period} and s.submitted_at is not null and v.key = any(${fields}::text[]) and jsonb_typeof(v.value) = 'number'
      and (${of ?? null}::uuid is null or (b.parent, b.kind) = (select o.parent, o.kind from organisation o where o.id = ${of ?? null}::uuid))
    group by 1, 2 having count(*) >= ${least}`);
  const usual = new Map<string, { mean: Record<string, string>; variance: Record<string, string> }>();
  for (const { siblings, code, mean, variance } of rows) {
    const group = usual.get(siblings) ?? { mean: {}, variance: {} };
    group.mean[code] = mean;
    group.variance[code] = variance;
    usual.set(siblings, group);
  }
  return usual;
}
