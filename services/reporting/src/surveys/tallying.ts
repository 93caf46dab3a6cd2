import { Inject, Injectable } from '@nestjs/common';
import {
  CLOCK,
  inBeijing,
  leastShown,
  NotFound,
  refuse,
  SurveyNamesNobody,
  SurveyNotFound,
  SurveyRunning,
  type Call,
  type Clock,
  type InputOf,
  type NamedAnswer as NamedAnswerView,
  type Page,
  type Question,
  type reporting,
  type SurveyResults,
  type Tally,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { itemOf } from '../collecting/collecting.view.js';
import { NamedAnswer } from './named-answer.entity.js';
import { Survey } from './survey.entity.js';

interface Unit {
  readonly organisation: string;
  readonly name: string;
  readonly answered: number;
  readonly mine: boolean;
}

interface CountRow {
  /** Null in the line of the whole. */
  readonly organisation: string | null;
  readonly question: string;
  readonly option: string | null;
  readonly count: number;
}

/** What the answers come to, once nobody can answer any more: else the difference of two looks would be one person. */
@Injectable()
export class Tallying {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async results({ surveyId }: InputOf<typeof reporting.surveyResults>, call: Call): Promise<SurveyResults> {
    const survey = await this.store.one(Survey, surveyId, call, SurveyNotFound);
    if (this.clock.now() <= survey.closes) throw refuse(SurveyRunning, { closes: inBeijing(survey.closes) });
    const [units, counts] = await Promise.all([this.units(survey, call), this.counts(survey)]);
    const answered = units.reduce((sum, unit) => sum + unit.answered, 0);
    const talliesOf = (line: string | null) =>
      tallies(
        survey.questions,
        counts.filter(({ organisation }) => organisation === line),
      );
    const shown = showable(units);
    return {
      survey: survey.id,
      answered,
      tallies: answered >= leastShown ? talliesOf(null) : null,
      units: shown
        .filter(({ mine }) => mine)
        .map((unit) => ({
          organisation: unit.organisation,
          name: unit.name,
          answered: unit.answered,
          tallies: talliesOf(unit.organisation),
        })),
      withheld: units.length - shown.length,
    };
  }

  async named({ surveyId, limit, cursor }: InputOf<typeof reporting.namedAnswers>, call: Call): Promise<Page<NamedAnswerView>> {
    const survey = await this.store.one(Survey, surveyId, call, SurveyNotFound);
    if (survey.anonymous) throw refuse(SurveyNamesNobody);
    return this.store.page(NamedAnswer, call, { where: sql`t.survey = ${survey.id}`, limit, cursor }, (row) => ({
      ...row.fact(),
      ...itemOf(row),
      person: row.person,
      answers: row.answers,
    }));
  }

  private async units({ id }: Survey, { caller }: Call): Promise<Unit[]> {
    if (caller.organisation === undefined) throw refuse(NotFound);
    return this.store.scan<Unit>(sql`
      select o.id as organisation, o.name, count(*)::int as answered, o.path <@ (select path from organisation where id = ${caller.organisation}) as mine
      from (${answersOf(id)}) a join organisation o on o.id = a.organisation group by o.id, o.name, o.path order by count(*), o.id`);
  }

  private counts({ id }: Survey): Promise<CountRow[]> {
    return this.store.scan<CountRow>(sql`
      with given as (
        select a.organisation, q.key as question, q.value from (${answersOf(id)}) a cross join lateral jsonb_each(a.answers) q
      ), chosen as (
        select organisation, question, null as option from given
        union all select organisation, question, value #>> '{}' from given where jsonb_typeof(value) <> 'array'
        union all select organisation, question, e.option from given cross join lateral jsonb_array_elements_text(case when jsonb_typeof(value) = 'array' then value else '[]' end) e (option)
      )
      select organisation, question, option, count(*)::int as count from chosen
      group by grouping sets ((organisation, question, option), (question, option))`);
  }
}

const answersOf = (survey: string) => sql`
  select organisation, answers from anonymous_answer where survey = ${survey}
  union all select organisation, answers from named_answer where survey = ${survey}`;

/** Units of five answers and more; but if what is left over were fewer than five, the smallest of them is held back with it, else it could be subtracted. */
function showable(units: readonly Unit[]): Unit[] {
  const small = units.filter(({ answered }) => answered < leastShown);
  const large = units.filter(({ answered }) => answered >= leastShown);
  const left = small.reduce((sum, { answered }) => sum + answered, 0);
  return left > 0 && left < leastShown ? large.slice(1) : large;
}

/** The words somebody wrote are not among them: they are counted, not shown. */
function tallies(questions: readonly Question[], rows: readonly CountRow[]): Tally[] {
  return questions.map(({ code, kind, options }) => {
    const own = rows.filter(({ question }) => question === code);
    const answered = own.find(({ option }) => option === null)?.count ?? 0;
    const countOf = (option: string) => own.find((row) => row.option === option)?.count ?? 0;
    const names = kind === 'scale' ? ['1', '2', '3', '4', '5'] : (options ?? []).map((option) => option.code);
    const counts = names.map((option) => ({
      option,
      count: countOf(option),
      share: answered === 0 ? null : ratio(countOf(option) * 100, answered),
    }));
    const sum = counts.reduce((all, { option, count }) => all + Number(option) * count, 0);
    return { question: code, answered, counts, mean: kind === 'scale' && answered > 0 ? ratio(sum, answered) : null };
  });
}

/** A quotient with two decimal places, rounded half up from whole numbers. */
function ratio(dividend: number, divisor: number): string {
  const hundredths = (BigInt(dividend) * 200n + BigInt(divisor)) / (2n * BigInt(divisor));
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}
