import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Day, Id, itemShape } from '../shapes/shapes.js';
import { Stage } from '../shapes/teaching.js';

/** A school year 学年 holds terms 学期, a term holds grading periods 评价阶段. */
export const termKinds = ['schoolYear', 'term', 'gradingPeriod'] as const;
export const TermKind = z.enum(termKinds).describe('种类：学年、学期或评价阶段 kind: school year, term or grading period');

/** School years are named after the calendar year in which they begin: 2026 is 2026-2027学年. */
export const SchoolYear = z.int().min(1949).max(2200).describe('学年起始年份 year in which the school year begins');

/** Dates differ from city to city and stage to stage, so a term belongs to the authority that sets it, for one stage or for all. */
export const Term = z
  .object({
    ...itemShape,
    organisation: Id.describe('设定学期的组织 organisation that set it'),
    kind: TermKind,
    parent: Id.nullable().describe('所在学年或学期的标识 id of the school year or term it lies in'),
    schoolYear: SchoolYear,
    ordinal: z.int().nullable().describe('序次，第一学期为 1 place among its kind; 1 is the first'),
    stage: Stage.nullable().describe('适用学段，不填为全部 stage it holds for; null: all'),
    title: z.string().describe('名称 title'),
    since: Day.describe('起始日期 first day'),
    until: Day.describe('结束日期 last day'),
    withdrawn: z.boolean().describe('是否已撤回 whether it has been withdrawn'),
  })
  .meta({ id: 'Term' });

export const TermFact = z.object({
  id: Id,
  version: z.int(),
  organisation: Id,
  kind: z.enum(termKinds),
  parent: Id.nullable(),
  schoolYear: z.int(),
  ordinal: z.int().nullable(),
  stage: Stage.nullable(),
  title: z.string(),
  since: Day,
  until: Day,
  withdrawn: z.boolean(),
});
export const termFacts = facts('identity', 'term', TermFact, {
  set: '学期已设定 A term was set',
  changed: '学期已变更 A term changed',
  withdrawn: '学期已撤回 A term was withdrawn',
});

const numerals = '一二三四五六七八九十';

/** `2026-2027学年第一学期`, as officers write it. */
export function termTitle(schoolYear: number, ordinal?: number | null): string {
  const year = `${schoolYear}-${schoolYear + 1}学年`;
  return ordinal ? `${year}第${numerals[ordinal - 1] ?? ordinal}学期` : year;
}

/** The school year of a day: it changes on 1 September. */
export const schoolYearOf = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0);

export const TermUnknown = refusal('term.unknown', 404, { zh: '找不到该学期', en: 'No such term' });
export const TermExists = refusal('term.exists', 409, { zh: '该学期已设定', en: 'This term has been set already' });
export const TermOutsideParent = refusal(
  'term.outside_parent',
  409,
  { zh: '学期应在{since}至{until}之内', en: 'A term lies within {since} and {until}' },
  z.strictObject({ since: z.string(), until: z.string() }),
);
export const TermMisplaced = refusal('term.misplaced', 409, {
  zh: '学期须属于学年，评价阶段须属于学期',
  en: 'A term lies in a school year, a grading period in a term',
});
export const TermWithdrawn = refusal('term.withdrawn', 409, { zh: '该学期已撤回', en: 'This term has been withdrawn' });
export const TermBackwards = refusal('term.backwards', 422, { zh: '结束日期早于起始日期', en: 'The last day comes before the first' });
