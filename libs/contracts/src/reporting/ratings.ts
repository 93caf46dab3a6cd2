import { z } from 'zod';
import { LifeCycle } from '../life-cycle.js';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { authorityReviewers } from '../roles.js';
import { Id, Instant, itemShape, moves, text } from '../shapes/shapes.js';
import { Points, RubricCode } from './points.js';
import { Explained } from './submissions.js';

export const ratingStates = ['draft', 'selfRated', 'returned', 'firstRated', 'finalRated', 'published'] as const;
export type RatingState = (typeof ratingStates)[number];
export const ratingMoves = ['selfRate', 'revise', 'submit', 'return', 'rateFirst', 'rateFinal', 'object'] as const;
export type RatingMove = (typeof ratingMoves)[number];

/** Who rates their own unit: a school's, or a bureau's where bureaus are assessed. */
export const selfRaters = ['schoolAdmin', 'responsiblePerson', 'centreHead', 'systemAdmin', ...authorityReviewers, 'app'] as const;
/** Who rates the units below. */
export const raters = ['centreHead', ...authorityReviewers] as const;

/** 自评 → 初评 → 终评 → 公布. A unit that hands in nothing is rated all the same, once its time is over. */
export const ratingLifeCycle = new LifeCycle<RatingState, RatingMove>({
  selfRate: { from: ['draft'], to: 'draft', by: selfRaters },
  revise: { from: ['returned'], to: 'returned', by: selfRaters },
  submit: { from: ['draft', 'returned'], to: 'selfRated', by: selfRaters },
  return: { from: ['selfRated'], to: 'returned', by: raters },
  rateFirst: { from: ['draft', 'returned', 'selfRated'], to: 'firstRated', by: raters },
  rateFinal: { from: ['firstRated'], to: 'finalRated', by: raters },
  object: { from: ['published'], to: 'published', by: selfRaters },
});

const SelfScore = z
  .strictObject({
    points: Points.describe('自评得分 points the unit gives itself'),
    evidence: text(2000).optional().describe('佐证说明 evidence: what there is to see'),
    documents: z.array(text(300)).max(20).default([]).describe('佐证材料的文号或地址 numbers or addresses of documents'),
  })
  .meta({ id: 'SelfScore' });

const RatedScore = z
  .strictObject({
    points: Points.describe('评定得分 points given'),
    reason: text(1000).optional().describe('理由，与上一步得分不同时必填 reason; required where the points differ from the step before'),
  })
  .meta({ id: 'RatedScore' });

const SelfScores = z.record(RubricCode, SelfScore);
export type SelfScores = z.output<typeof SelfScores>;
const RatedScores = z.record(RubricCode, RatedScore);
export type RatedScores = z.output<typeof RatedScores>;

const atMost = <T extends z.ZodType<Record<string, unknown>>>(scores: T) =>
  scores.refine((given) => Object.keys(given as object).length <= 400, 'scores.too_many');

export const SelfRating = z.strictObject({
  scores: atMost(SelfScores).describe('各二级指标的自评，一次给全 self-rating by criterion; the whole at once'),
});

const VetoFound = z
  .strictObject({
    code: RubricCode.describe('一票否决项代码 code of the item'),
    reason: text(1000).describe('认定理由 why it applies'),
  })
  .meta({ id: 'VetoFound' });
export type VetoFound = z.output<typeof VetoFound>;

export const RatingGiven = z.strictObject({
  scores: atMost(RatedScores).describe(
    '各二级指标的得分，未列出的沿用上一步 points by criterion; one left out keeps the points of the step before',
  ),
  vetoes: z
    .array(VetoFound)
    .max(20)
    .optional()
    .describe('一票否决项，缺省沿用上一步 items that overrule all points; as in the step before unless said'),
  note: text(2000).optional().describe('总体意见 a note on the whole'),
});

export const RatingReturn = z.strictObject({
  reasons: z
    .array(
      z
        .strictObject({ criterion: RubricCode.describe('二级指标 criterion'), reason: text(500).describe('退回原因 why') })
        .meta({ id: 'RatingReturnReason' }),
    )
    .min(1)
    .max(200)
    .describe('逐项退回原因 reasons, criterion by criterion'),
});

const resultShape = {
  points: z.number().nullable().describe('指标得分合计 points of all criteria; null before the first rating'),
  deducted: z.number().describe('扣分合计，已计上限 points deducted, limits counted'),
  total: z.number().nullable().describe('总分，不低于零 total, never below zero; null before the first rating'),
  grade: z.string().nullable().describe('等次代码；一票否决时为空 code of the grade; null when none is reached or a veto overrules it'),
  vetoed: z.boolean().describe('是否一票否决 whether a veto overrules it'),
};

/** One unit in one assessment 考核评分: what it gives itself, what it is given, and what that comes to. */
export const Rating = z
  .object({
    ...itemShape,
    organisation: Id.describe('被考核单位 unit that is assessed'),
    assessment: Id.describe('督导考核 assessment'),
    status: z.enum(ratingStates).describe('状态 state'),
    firstRater: Id.describe('初评单位（隶属的上级） authority above by 隶属, which rates first'),
    self: SelfScores.describe('自评 self-rating by criterion'),
    first: RatedScores.describe('初评 first rating by criterion'),
    final: RatedScores.describe('终评 final rating by criterion'),
    vetoes: z.array(VetoFound).describe('一票否决项 items that overrule all points'),
    reasons: RatingReturn.shape.reasons.min(0).describe('上次退回的原因 reasons of the last return'),
    note: z.string().nullable().describe('总体意见 note of the last rating'),
    ...resultShape,
    submittedAt: Instant.nullable().describe('自评提交时间 when it was handed in'),
    moves: moves(ratingMoves),
    blocked: z
      .array(Explained.extend({ move: z.enum(ratingMoves).describe('操作 move') }).meta({ id: 'BlockedRatingMove' }))
      .describe('当前不可执行的操作及原因 moves the caller may not make now, and why'),
  })
  .meta({ id: 'Rating' });
export type Rating = z.output<typeof Rating>;

/** Points travel; what was written freely stays. */
export const RatingFact = Rating.pick({
  id: true,
  organisation: true,
  assessment: true,
  status: true,
  firstRater: true,
  points: true,
  deducted: true,
  total: true,
  grade: true,
  vetoed: true,
}).meta({ id: 'RatingFact' });
export type RatingFact = z.output<typeof RatingFact>;

export const ratingFacts = facts('reporting', 'rating', RatingFact, {
  begun: '考核评分已开始 A rating was begun',
  saved: '自评已保存 A self-rating was saved',
  submitted: '自评已提交 A self-rating was handed in',
  returned: '自评已退回 A self-rating was returned',
  first_rated: '已初评 A unit was rated first',
  final_rated: '已终评 A unit was rated finally',
  corrected: '结果因扣分或异议更正 A result was corrected after a deduction or an objection',
});

/** A year's result of one unit 年度结果. */
export const AssessmentResult = z
  .object({
    rating: Id.describe('考核评分 rating'),
    organisation: Id.describe('被考核单位 unit'),
    name: z.string().describe('单位名称 its name'),
    ...resultShape,
    rank: z.int().nullable().describe('名次；不排名时为空 rank within the assessment; null where it is not ranked'),
    previous: z
      .object({
        year: z.int().describe('年度 year'),
        total: z.number().nullable().describe('总分 total'),
        grade: z.string().nullable().describe('等次 grade'),
      })
      .nullable()
      .describe('上一年度的结果 result of the year before; null when there is none'),
  })
  .meta({ id: 'AssessmentResult' });
export type AssessmentResult = z.output<typeof AssessmentResult>;

export const RatingNotFound = refusal('rating.not_found', 404, { zh: '找不到该考核评分', en: 'There is no such rating' });
export const RatingExists = refusal(
  'rating.exists',
  409,
  { zh: '该单位在此次考核中已有评分', en: 'This unit already has a rating in this assessment' },
  z.strictObject({ rating: Id.nullable() }),
);
export const RatingNotExpected = refusal('rating.not_expected', 409, {
  zh: '该单位不在此次考核之列',
  en: 'This unit is not assessed here',
});
export const RatingNotOwn = refusal('rating.not_own', 409, { zh: '自评由本单位填写', en: 'A unit rates itself; nobody does so for it' });
export const RatingWaiting = refusal(
  'rating.waiting',
  409,
  { zh: '应由部署单位（{rater}）办理', en: 'It is for the announcing authority, {rater}' },
  z.strictObject({ rater: z.string() }),
);
export const RatingWaitingAbove = refusal('rating.waiting_above', 409, {
  zh: '应由隶属的上级单位初评',
  en: 'It is for the authority directly above to rate first',
});
export const RatingSelfRunning = refusal(
  'rating.self_running',
  409,
  { zh: '自评期至 {until}，期满前不能直接评定未提交的单位', en: 'Units may hand in until {until}; one that has not is rated only then' },
  z.strictObject({ until: Instant }),
);
export const RatingBrokenRules = refusal(
  'rating.broken_rules',
  422,
  { zh: '评分不符合指标体系', en: 'The points do not fit the rubric' },
  z.strictObject({
    faults: z.array(
      z.strictObject({
        criterion: z.string(),
        rule: z.enum(['unknown', 'range', 'missing', 'evidence', 'reason']),
        most: z.number().nullable(),
      }),
    ),
  }),
);
