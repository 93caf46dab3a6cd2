import type { Call, YearSurveyed } from '@lianxue/contracts';
import { sql, type Store } from '@lianxue/persistence';
import { Survey } from '../surveys/survey.entity.js';
import type { Tallying } from '../surveys/tallying.js';
import type { YearBelow } from './happened.js';

/** As many as a summary has room for, the latest first. */
const listed = 20;

/** What the surveys came to that the organisation and those below it asked, and that closed in the year. */
export async function surveyedOf(
  { organisation, year, now }: YearBelow,
  tallying: Tallying,
  store: Store,
  call: Call,
): Promise<YearSurveyed> {
  const where = sql`t.closes >= ${`${year}-01-01T00:00:00+08:00`}::timestamptz and t.closes < ${`${year + 1}-01-01T00:00:00+08:00`}::timestamptz
    and t.closes < ${now} and t.organisation in (
      select o.id from organisation o join organisation top on top.id = ${organisation} and o.path <@ top.path)`;
  const { items } = await store.page(Survey, call, { where, limit: listed }, (survey) => survey);
  const surveys: YearSurveyed['surveys'] = [];
  for (const { id, name, questions } of items) {
    const { answered, tallies } = await tallying.results({ surveyId: id }, call);
    const wording = new Map(questions.flatMap(({ code, kind, asks }) => (kind === 'scale' ? [[code, asks] as const] : [])));
    const scales = (tallies ?? []).flatMap(({ question, mean }) =>
      wording.has(question) ? [{ question: wording.get(question)!, mean }] : [],
    );
    surveys.push({ survey: id, name, answered, scales });
  }
  return { surveys };
}
