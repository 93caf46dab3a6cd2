import type { RuleCondition, ValidationRuleFact, Values } from '@lianxue/contracts';
import { sql, type Sql } from '@lianxue/persistence';
import type { Asking } from '../submissions/asking.js';
import { lastApproved, type LastPeriod } from '../submissions/last-period.js';

/** A rule as submissions are held to it. */
export interface HeldRule {
  readonly code: string;
  readonly condition: RuleCondition;
  readonly severity: ValidationRuleFact['severity'];
  readonly needsRemark: boolean;
  readonly words: string;
  readonly wordsEn: string;
}

/** What lies around one submission: the rules in force for it, and what its organisation submitted before. */
export interface Surroundings {
  readonly rules: readonly HeldRule[];
  /** The period before. */
  readonly before: string | null;
  readonly last: Values | null;
  readonly lastYear: Values | null;
  /** What it last had approved: what a reviewer compares with. */
  readonly approved: LastPeriod | null;
}

/** The period of the same data set and kind before this one, and the one a year before, as columns of `p`. */
export const periodsAround = (period: string): Sql => sql`
  select p.id, p.data_set, p.kind, p.last_day,
    (select q.id from period q where q.data_set = p.data_set and q.kind = p.kind and q.last_day < p.first_day
     order by q.last_day desc limit 1) as before,
    (select q.id from period q where q.data_set = p.data_set and q.kind = p.kind
       and q.first_day = (p.first_day - interval '1 year')::date order by q.last_day desc limit 1) as year_before
  from period p where p.id = ${period}`;

/** By one statement, however many rules and periods there are. */
export async function surroundingsOf(
  { period, organisation }: { period: string; organisation: string },
  ask: Asking,
): Promise<Surroundings> {
  const [row] = await ask<Surroundings & { last_year: Values | null }>(sql`
    with p as (${periodsAround(period)}),
      earlier as (select s.period, s.figures || s.words || s.computed as said from submission s
        where s.organisation = ${organisation} and s.submitted_at is not null and s.period in (select unnest(array[p.before, p.year_before]) from p))
    select p.before,
      (select said from earlier where earlier.period = p.before) as last,
      (select said from earlier where earlier.period = p.year_before) as last_year,
      (select to_jsonb(a) from (${lastApproved(sql`${organisation}`)}) a) as approved,
      coalesce((
        select jsonb_agg(jsonb_build_object('code', r.code, 'condition', r.condition, 'severity', r.severity,
            'needsRemark', r.needs_remark, 'words', r.words, 'wordsEn', r.words_en) order by r.code, r.id)
        from validation_rule r join organisation a on a.id = r.organisation join organisation o on a.path @> o.path
        where o.id = ${organisation} and r.data_set = p.data_set and r.state = 'on'
          and (r.valid_from is null or r.valid_from <= p.last_day) and (r.valid_until is null or r.valid_until >= p.last_day)
      ), '[]') as rules
    from p`);
  const { last_year, ...rest } = row!;
  return { ...rest, lastYear: last_year };
}
