import { z } from 'zod';
import { LifeCycle } from '../life-cycle.js';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { organisationKinds } from '../roles.js';
import { Day, Id, Instant, InstantInput, itemShape, moves, text } from '../shapes/shapes.js';
import { collectors } from './who.js';

export const assessmentStates = ['announced', 'published'] as const;
export type AssessmentState = (typeof assessmentStates)[number];
const assessmentMoves = ['publish'] as const;

/** 部署 → 公布结果. */
export const assessmentLifeCycle = new LifeCycle<AssessmentState, (typeof assessmentMoves)[number]>({
  publish: { from: ['announced'], to: 'published', by: collectors },
});

/** The steps of a rating that have a due time each. */
export const ratingSteps = ['self', 'first', 'final'] as const;
export type RatingStep = (typeof ratingSteps)[number];

const due = <T extends z.ZodType>(instant: T) => ({
  self: instant.describe('自评截止 units rate themselves until'),
  first: instant.describe('初评截止 the authority above rates until'),
  final: instant.describe('终评截止 the announcing authority rates until'),
});
const Due = z.object(due(Instant)).meta({ id: 'AssessmentDue' });

const windows = <O extends z.ZodType, D extends z.ZodType>(opens: O, dueTimes: D) => ({
  opens: opens.describe('自评开始 when self-rating begins'),
  due: dueTimes.describe('各步截止时间 until when each step is done'),
});
const WindowsInput = z.strictObject(windows(InstantInput, z.strictObject(due(InstantInput))));

const settings = {
  name: text(120).describe('名称 name'),
  year: z.int().min(2000).max(2100).describe('年度 year it assesses'),
  firstDay: Day.describe('考核期起 first day assessed'),
  lastDay: Day.describe('考核期止 last day assessed'),
  assesses: z
    .array(z.enum(organisationKinds))
    .min(1)
    .max(organisationKinds.length)
    .default(['school', 'centralSchool'])
    .describe('考核对象类别 kinds of organisation that are assessed; schools and central schools unless said'),
  ranked: z.boolean().default(false).describe('是否排名 whether results are ranked; organisations only, never people'),
  objectionDays: z
    .int()
    .min(0)
    .max(60)
    .default(5)
    .describe('公布后可提异议的天数 days after publication in which a result can be objected to'),
};

const ordered = ({ opens, due: { self, first, final } }: z.output<typeof WindowsInput>): boolean => {
  const times = [opens, self, first, final].map((instant) => Date.parse(instant));
  return times.every((time, index) => index === 0 || time > times[index - 1]!);
};

export const AssessmentInput = z
  .strictObject({
    id: Id.optional().describe('调用方自定标识 caller-made UUIDv7, optional'),
    organisation: Id.describe('部署单位 authority that announces it'),
    rubric: Id.describe('指标体系（某一版） edition of a rubric'),
    ...settings,
    ...WindowsInput.shape,
  })
  .superRefine((input, context) => {
    if (!ordered(input)) context.addIssue({ code: 'custom', path: ['due'], message: 'windows.unordered' });
    if (input.firstDay > input.lastDay) context.addIssue({ code: 'custom', path: ['lastDay'], message: 'range.empty' });
  });

export const AssessmentChange = z
  .strictObject({
    name: settings.name.optional(),
    windows: WindowsInput.refine(ordered, { path: ['due'], message: 'windows.unordered' })
      .optional()
      .describe('时间安排 its windows'),
  })
  .refine((change) => Object.keys(change).length > 0, 'change.empty');

/** One year's round of 督导考核, announced by an authority for the units below it. */
export const Assessment = z
  .object({
    ...itemShape,
    organisation: Id.describe('部署单位 authority that announced it'),
    rubric: Id.describe('指标体系 edition of the rubric'),
    ...settings,
    ...windows(Instant, Due),
    status: z.enum(assessmentStates).describe('状态：进行中、已公布 state'),
    publishedAt: Instant.nullable().describe('公布时间 when its results were published'),
    moves: moves(assessmentMoves),
  })
  .meta({ id: 'Assessment' });
export type Assessment = z.output<typeof Assessment>;

export const AssessmentFact = Assessment.omit({ createdAt: true, updatedAt: true, version: true, moves: true }).meta({
  id: 'AssessmentFact',
});
export type AssessmentFact = z.output<typeof AssessmentFact>;

export const assessmentFacts = facts('reporting', 'assessment', AssessmentFact, {
  announced: '督导考核已部署 An assessment was announced',
  changed: '督导考核已调整 An assessment was changed',
  published: '督导考核结果已公布 The results of an assessment were published',
});

/** How far an assessment has come 考核进度: below the acting organisation, and what its results come to. */
export const AssessmentProgress = z
  .object({
    assessment: Id.describe('督导考核 assessment'),
    organisation: Id.describe('统计范围 organisation whose subtree is counted'),
    asOf: Instant.describe('截至 as of'),
    expected: z.int().describe('应评单位数 units that are assessed'),
    begun: z.int().describe('已开始自评 units with a rating'),
    selfRated: z.int().describe('待初评 waiting for the first rating'),
    firstRated: z.int().describe('待终评 waiting for the final rating'),
    finalRated: z.int().describe('已终评 finally rated, published ones included'),
    grades: z
      .array(
        z.object({
          code: z.string().describe('等次代码 code of the grade'),
          units: z.int().describe('单位数 units of this grade or a higher one'),
        }),
      )
      .describe('各等次（及以上）单位数，只计已终评 units at least of each grade, among the finally rated'),
    missing: z
      .array(z.object({ organisation: Id.describe('单位 organisation'), name: z.string().describe('单位名称 its name') }))
      .describe('未提交自评的单位，至多 500 units that have not handed in, at most 500'),
  })
  .meta({ id: 'AssessmentProgress' });
export type AssessmentProgress = z.output<typeof AssessmentProgress>;

export const AssessmentNotFound = refusal('assessment.not_found', 404, { zh: '找不到该督导考核', en: 'There is no such assessment' });
export const AssessmentNotOpen = refusal(
  'assessment.not_open',
  409,
  { zh: '自评自 {opens} 开始', en: 'Self-rating begins at {opens}' },
  z.strictObject({ opens: Instant }),
);
export const AssessmentClosed = refusal(
  'assessment.closed',
  409,
  { zh: '该步骤已于 {closed} 截止', en: 'This step was closed at {closed}' },
  z.strictObject({ step: z.enum(ratingSteps), closed: Instant }),
);
export const AssessmentUnrated = refusal(
  'assessment.unrated',
  409,
  { zh: '还有 {count} 个单位未完成终评', en: '{count} units have no final rating yet' },
  z.strictObject({ count: z.int() }),
);
export const AssessmentOver = refusal('assessment.over', 409, {
  zh: '结果已公布，不能再调整',
  en: 'Its results are published; it changes no more',
});
