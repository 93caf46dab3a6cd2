import { z } from 'zod';
import { LifeCycle } from '../life-cycle.js';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Id, Instant, itemShape, moves, text } from '../shapes/shapes.js';
import { Points, RubricCode } from './points.js';
import { raters } from './ratings.js';

export const ratingObjectionStates = ['filed', 'upheld', 'dismissed'] as const;
export type RatingObjectionState = (typeof ratingObjectionStates)[number];
const ratingObjectionMoves = ['uphold', 'dismiss'] as const;

export const ratingObjectionLifeCycle = new LifeCycle<RatingObjectionState, (typeof ratingObjectionMoves)[number]>({
  uphold: { from: ['filed'], to: 'upheld', by: raters },
  dismiss: { from: ['filed'], to: 'dismissed', by: raters },
});

export const RatingObjectionInput = z.strictObject({
  criterion: RubricCode.describe('二级指标 criterion it is about'),
  grounds: text(4000).describe('异议理由 grounds'),
});

export const RatingObjectionDecision = z
  .strictObject({
    decision: z.enum(ratingObjectionMoves).describe('异议成立或不成立 whether the objection is upheld'),
    points: Points.optional().describe('成立时更正后的得分 points from now on, when it is upheld'),
    answer: text(4000).describe('答复 answer'),
  })
  .refine(({ decision, points }) => (decision === 'uphold') === (points !== undefined), {
    path: ['points'],
    message: 'points.belong_to_upheld',
  });

/** What a unit holds against its published result 考核异议. */
export const RatingObjection = z
  .object({
    ...itemShape,
    organisation: Id.describe('提出单位 unit that objects'),
    rating: Id.describe('考核评分 rating'),
    assessment: Id.describe('督导考核 assessment'),
    criterion: z.string().describe('二级指标 criterion'),
    grounds: z.string().describe('异议理由 grounds'),
    status: z.enum(ratingObjectionStates).describe('状态 state'),
    before: z.number().describe('提出时的得分 points when it was filed'),
    after: z.number().nullable().describe('更正后的得分 points once it was upheld'),
    answer: z.string().nullable().describe('答复 answer'),
    moves: moves(ratingObjectionMoves),
  })
  .meta({ id: 'RatingObjection' });
export type RatingObjection = z.output<typeof RatingObjection>;

export const RatingObjectionFact = RatingObjection.pick({
  id: true,
  organisation: true,
  rating: true,
  assessment: true,
  criterion: true,
  status: true,
  before: true,
  after: true,
}).meta({ id: 'RatingObjectionFact' });
export type RatingObjectionFact = z.output<typeof RatingObjectionFact>;

export const ratingObjectionFacts = facts('reporting', 'rating_objection', RatingObjectionFact, {
  filed: '考核异议已提出 A result was objected to',
  upheld: '考核异议成立 An objection to a result was upheld',
  dismissed: '考核异议不成立 An objection to a result was dismissed',
});

export const RatingObjectionNotFound = refusal('rating_objection.not_found', 404, {
  zh: '找不到该考核异议',
  en: 'There is no such objection',
});
export const RatingObjectionLate = refusal(
  'rating_objection.late',
  409,
  { zh: '异议期已于 {until} 结束', en: 'The days for objections ended at {until}' },
  z.strictObject({ until: Instant }),
);
export const RatingObjectionExists = refusal('rating_objection.exists', 409, {
  zh: '该指标已有异议',
  en: 'This criterion has been objected to already',
});
