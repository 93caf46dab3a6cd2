import { Inject, Injectable } from '@nestjs/common';
import {
  PeriodOfOtherDataSet,
  refuse,
  ValidationRuleNotFound,
  type Call,
  type Indicator,
  type InputOf,
  type reporting,
  type RuleTrial,
  type Values,
} from '@lianxue/contracts';
import { sql, Store, type Sql } from '@lianxue/persistence';
import { askingOf } from '../submissions/asking.js';
import { Submission } from '../submissions/submission.entity.js';
import { demandsOf, verdictOn, type Demand, type Verdict } from './demands.js';
import { computed } from './formulas.js';
import { namesCompared } from './judging.js';
import { lookupOf } from './lookup.js';
import { usualIn, type Usual } from './siblings.js';
import { periodsAround } from './surroundings.js';
import { ValidationRule } from './validation-rule.entity.js';
import { vocabularyOf } from './vocabulary.js';

/** Submissions of one trial, of one read, and of those that are named in the answer. */
const most = 20_000;
const batch = 500;
const named = 200;
/** Milliseconds left before the caller's patience ends at which a trial stops and says so. */
const reserve = 2_000;

interface TriedPeriod {
  readonly id: string;
  readonly before: string | null;
  readonly year_before: string | null;
  readonly indicators: Indicator[];
}

interface TriedRow {
  readonly id: string;
  readonly organisation: string;
  readonly siblings: string;
  readonly values: Values;
  readonly last: Values | null;
  readonly last_year: Values | null;
  readonly source: Values | null;
}

/** Tries a rule on what was submitted in the past, batch by batch, and changes nothing. */
@Injectable()
export class Trial {
  constructor(@Inject(Store) private readonly store: Store) {}

  async of({ ruleId, periods }: InputOf<typeof reporting.tryRule>, call: Call): Promise<RuleTrial> {
    const rule = await this.store.one(ValidationRule, ruleId, call, ValidationRuleNotFound);
    const reach = await this.store.reachOf(Submission, call);
    const trial: RuleTrial = { tried: 0, held: 0, broken: 0, silent: 0, uncomputable: 0, complete: true, items: [] };
    for (const period of await this.periodsOf(rule, [...new Set(periods)])) {
      const demands = demandsOf(rule.condition, period.indicators);
      const usual = 'faults' in demands ? new Map<string, Usual>() : await this.usual(demands, period);
      for (let after = firstId; ;) {
        if (trial.tried >= most || call.deadline - Date.now() < reserve) return { ...trial, complete: false };
        const rows = await this.store.scan<TriedRow>(submissionsOf(period, rule, reach, after));
        for (const row of rows) count(trial, row, period, verdictOf(row, period, demands, usual));
        if (rows.length < batch) break;
        after = rows.at(-1)!.id;
      }
    }
    return trial;
  }

  private async periodsOf({ dataSet }: ValidationRule, periods: readonly string[]): Promise<TriedPeriod[]> {
    const found: TriedPeriod[] = [];
    const strange: string[] = [];
    for (const id of periods) {
      const [period] = await this.store.read<TriedPeriod>(sql`
        with p as (${periodsAround(id)})
        select p.id, p.before, p.year_before, f.indicators from p join period q on q.id = p.id join form f on f.id = q.form
        where p.data_set = ${dataSet}`);
      if (period) found.push(period);
      else strange.push(id);
    }
    if (strange.length > 0) throw refuse(PeriodOfOtherDataSet, { periods: strange });
    return found;
  }

  private async usual(demands: readonly Demand[], { before }: TriedPeriod): Promise<ReadonlyMap<string, Usual>> {
    const compared = namesCompared(demands);
    return before === null || compared.length === 0 ? new Map() : usualIn(before, compared, askingOf(this.store));
  }
}

const firstId = '00000000-0000-0000-0000-000000000000';

/** What lies below the rule's authority and within the caller's reach, with what each gave before. */
const submissionsOf = ({ id, before, year_before }: TriedPeriod, { organisation }: ValidationRule, reach: Sql, after: string): Sql => sql`
  select t.id, t.organisation, o.parent || ' ' || o.kind as siblings, t.figures || t.words as values,
    l.figures || l.words || l.computed as last, y.figures || y.words || y.computed as last_year, t.sources -> 'counts' as source
  from submission t join organisation o on o.id = t.organisation join organisation a on a.path @> o.path and a.id = ${organisation}
    left join submission l on l.period = ${before}::uuid and l.organisation = t.organisation and l.submitted_at is not null
    left join submission y on y.period = ${year_before}::uuid and y.organisation = t.organisation and y.submitted_at is not null
  where t.period = ${id} and t.submitted_at is not null and t.id > ${after} and ${reach}
  order by t.id limit ${batch}`;

type Outcome = Verdict['outcome'] | 'notOnThisForm';

function verdictOf(
  { values, last, last_year, source, siblings }: TriedRow,
  { indicators }: TriedPeriod,
  demands: ReturnType<typeof demandsOf>,
  usual: ReadonlyMap<string, Usual>,
): { readonly outcome: Outcome; readonly fields: readonly string[] } {
  if ('faults' in demands) return { outcome: 'notOnThisForm', fields: [] };
  const elsewhere = { last: last ?? {}, lastYear: last_year ?? {}, source: source ?? {}, ...usual.get(siblings) };
  const now = { ...values, ...computed({ indicators }, values, elsewhere) };
  return verdictOn(demands, lookupOf(vocabularyOf(indicators), { ...elsewhere, now }));
}

const counters = {
  held: 'held',
  broken: 'broken',
  missing: 'silent',
  dividedByZero: 'uncomputable',
  notOnThisForm: 'uncomputable',
} as const satisfies Record<Outcome, keyof RuleTrial>;

function count(trial: RuleTrial, { id, organisation }: TriedRow, period: TriedPeriod, verdict: ReturnType<typeof verdictOf>): void {
  const { outcome, fields } = verdict;
  trial.tried += 1;
  trial[counters[outcome]] += 1;
  if (outcome === 'held' || outcome === 'missing' || trial.items.length >= named) return;
  trial.items.push({ submission: id, organisation, period: period.id, outcome, fields: [...fields] });
}
