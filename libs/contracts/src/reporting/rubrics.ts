import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Id, itemShape, text } from '../shapes/shapes.js';
import { Points, RubricCode } from './points.js';

const named = {
  code: RubricCode.describe('代码 code'),
  name: text(120).describe('中文名 Chinese name'),
  nameEn: text(200).describe('英文名 English name'),
};

const Criterion = z
  .strictObject({
    ...named,
    points: Points.min(0.01).describe('满分 most points'),
    asks: text(2000).describe('评分标准 what is asked, and how it is pointed'),
    evidence: text(1000).optional().describe('佐证材料要求 evidence asked for; without it none has to be given'),
  })
  .meta({ id: 'RubricCriterion' });
export type Criterion = z.output<typeof Criterion>;

const Dimension = z
  .strictObject({ ...named, criteria: z.array(Criterion).min(1).max(60).describe('二级指标 criteria below it') })
  .meta({ id: 'RubricDimension' });

const Veto = z.strictObject(named).meta({ id: 'RubricVeto' });

const Grade = z.strictObject({ ...named, from: Points.describe('最低分（含） least points, included') }).meta({ id: 'RubricGrade' });

/**
 * What other services tell that costs points: a reporting clock of an incident that ran out, told late or never; a daily
 * report of a guard period that was late or never came.
 */
export const deductionCauses = ['incidentClock', 'dailyReport'] as const;
export type DeductionCause = (typeof deductionCauses)[number];

const DeductionRule = z
  .strictObject({
    ...named,
    cause: z.enum(deductionCauses).describe('扣分事由：事件报告超时、每日报告逾期未报 what costs points'),
    clock: text(80).optional().describe('只计该报告时限，缺省为全部 only this reporting clock; all of them unless said'),
    criterion: RubricCode.describe('在哪个二级指标下扣分 criterion under which it counts'),
    points: Points.min(0.01).describe('每次扣分 points each time'),
    limit: Points.min(0.01).describe('累计扣分上限 most points in all'),
  })
  .meta({ id: 'DeductionRule' });
export type DeductionRule = z.output<typeof DeductionRule>;

const contentShape = {
  name: text(120).describe('名称 name'),
  nameEn: text(200).describe('英文名 English name'),
  description: text(4000).optional().describe('说明与依据 what it rests on'),
  dimensions: z.array(Dimension).min(1).max(20).describe('一级指标 dimensions, in order'),
  vetoes: z.array(Veto).max(20).default([]).describe('一票否决项 items any of which overrules all points'),
  grades: z.array(Grade).min(1).max(10).describe('等次，从高到低 grades, highest first'),
  deductions: z.array(DeductionRule).max(50).default([]).describe('扣分规则 what costs points when other services tell of it'),
};

const Content = z.strictObject(contentShape);
type Content = z.output<typeof Content>;

const repeated = (codes: readonly string[]) => codes.findIndex((code, index) => codes.indexOf(code) < index);

/** A rubric must make sense in itself before thousands rate themselves by it. */
const coherent = ({ dimensions, vetoes, grades, deductions }: Content, context: z.RefinementCtx): void => {
  const complain = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  const criteria = dimensions.flatMap((dimension) => dimension.criteria.map(({ code }) => code));
  const lists = { dimensions, vetoes, grades, deductions };
  for (const [list, items] of Object.entries(lists)) {
    const again = repeated(items.map(({ code }) => code));
    if (again >= 0) complain([list, again, 'code'], 'code.repeated');
  }
  if (repeated(criteria) >= 0) complain(['dimensions'], 'code.repeated');
  grades.forEach(({ from }, index) => {
    if (index > 0 && from >= grades[index - 1]!.from) complain(['grades', index, 'from'], 'grades.unordered');
  });
  deductions.forEach(({ criterion, cause, clock, points, limit }, index) => {
    if (!criteria.includes(criterion)) complain(['deductions', index, 'criterion'], 'criterion.unknown');
    if (clock !== undefined && cause !== 'incidentClock') complain(['deductions', index, 'clock'], 'clock.belongs_to_incidents');
    if (points > limit) complain(['deductions', index, 'limit'], 'range.empty');
  });
};

export const RubricContent = Content.superRefine(coherent).meta({ id: 'RubricContent' });
export type RubricContent = Content;

/** A rubric the platform ships 指标体系模板, to begin one's own from. */
export const RubricTemplate = z
  .object({ code: RubricCode.describe('模板代码 code of the template'), content: RubricContent.describe('内容 content') })
  .meta({ id: 'RubricTemplate' });
export type RubricTemplate = z.output<typeof RubricTemplate>;

/** One edition of a rubric 指标体系. It never changes: a result stays readable by what it was measured with. */
export const Rubric = z
  .object({
    ...itemShape,
    organisation: Id.describe('发布单位 authority that issued it'),
    code: RubricCode.describe('代码，各版相同 code, the same in all editions'),
    number: z.int().min(1).describe('版次 number of the edition'),
    ...contentShape,
    fullPoints: z.number().describe('满分 all points together'),
  })
  .meta({ id: 'Rubric' });
export type Rubric = z.output<typeof Rubric>;

/** Without its criteria, whose words would be more than a fact carries. */
export const RubricFact = Rubric.pick({
  id: true,
  organisation: true,
  code: true,
  number: true,
  name: true,
  nameEn: true,
  grades: true,
  fullPoints: true,
}).meta({ id: 'RubricFact' });
export type RubricFact = z.output<typeof RubricFact>;

export const rubricFacts = facts('reporting', 'rubric', RubricFact, { issued: '指标体系已发布 An edition of a rubric was issued' });

export const RubricNotFound = refusal('rubric.not_found', 404, { zh: '找不到该指标体系', en: 'There is no such rubric' });
export const RubricCodeTaken = refusal(
  'rubric.code_taken',
  409,
  { zh: '本单位已有代码为 {taken} 的指标体系', en: 'This authority already has a rubric {taken}' },
  z.strictObject({ taken: z.string() }),
);
export const RubricSuperseded = refusal(
  'rubric.superseded',
  409,
  { zh: '该指标体系已有第 {number} 版', en: 'This rubric has come to edition {number}' },
  z.strictObject({ number: z.int() }),
);
