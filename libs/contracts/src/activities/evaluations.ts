import { z } from 'zod';
import { LifeCycle } from '../life-cycle.js';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Id, itemShape, moves, text } from '../shapes/shapes.js';

export const evaluationStates = ['assigned', 'scored', 'declined'] as const;
export type EvaluationState = (typeof evaluationStates)[number];
export const evaluationMoves = ['score', 'decline'] as const;

export const evaluationLifeCycle = new LifeCycle<EvaluationState, (typeof evaluationMoves)[number]>({
  score: { from: ['assigned'], to: 'scored', by: ['expert'] },
  decline: { from: ['assigned'], to: 'declined', by: ['expert'] },
});

const Scores = z.record(z.string().max(40), z.number()).describe('各项得分 points by criterion');

export const ScoreInput = z.strictObject({
  scores: Scores,
  comment: text(2000).optional().describe('评语 comment'),
});

/** One expert's evaluation of one entry 评审. The expert sees the work, not whose it is nor from which school. */
export const Evaluation = z
  .object({
    ...itemShape,
    organisation: Id.describe('组织单位 organiser'),
    activity: Id.describe('活动 activity'),
    entry: Id.describe('作品 entry'),
    expert: Id.describe('专家的人员标识 person id of the expert'),
    group: z.string().describe('组别 group'),
    category: z.string().describe('作品类别 category'),
    title: z.string().describe('作品名称 title'),
    description: z.string().nullable().describe('作品说明 description'),
    status: z.enum(evaluationStates).describe('状态 state'),
    scores: Scores,
    total: z.number().nullable().describe('总分 total'),
    comment: z.string().nullable().describe('评语，或回避原因 comment, or the reason for declining'),
    moves: moves(evaluationMoves),
  })
  .meta({ id: 'Evaluation' });
export type Evaluation = z.output<typeof Evaluation>;

/** That an entry is being evaluated; not by whom, nor how it scored. */
export const EvaluationFact = Evaluation.pick({ id: true, organisation: true, activity: true, entry: true, status: true }).meta({
  id: 'EvaluationFact',
});
export type EvaluationFact = z.output<typeof EvaluationFact>;

export const evaluationFacts = facts('activities', 'evaluation', EvaluationFact, {
  assigned: '评审任务已分配 An expert was assigned to an entry',
  scored: '评审已打分 An expert scored an entry',
  declined: '专家已回避 An expert declined to evaluate an entry',
});

export const EvaluationNotFound = refusal('evaluation.not_found', 404, { zh: '找不到该评审任务', en: 'There is no such evaluation' });
export const ExpertUnknown = refusal('expert.unknown', 404, { zh: '找不到该专家', en: 'There is no such expert' });
export const ExpertConflict = refusal(
  'expert.conflict',
  409,
  { zh: '专家与作品有利害关系，应当回避', en: 'The expert has a conflict of interest with this entry' },
  z.strictObject({ because: z.enum(['school', 'adviser', 'author', 'contributor']) }),
);
export const ExpertOverloaded = refusal(
  'expert.overloaded',
  409,
  { zh: '该专家最多评审 {limit} 件，已分配 {assigned} 件', en: 'This expert evaluates at most {limit} entries and has {assigned}' },
  z.strictObject({ limit: z.int(), assigned: z.int() }),
);
export const ExpertAssigned = refusal('expert.assigned', 409, {
  zh: '该专家已分配到此作品',
  en: 'This expert is assigned to this entry already',
});
export const EvaluationBrokenRules = refusal(
  'evaluation.broken_rules',
  422,
  { zh: '打分不符合评审标准', en: 'The scores do not fit the rubric' },
  z.strictObject({
    faults: z.array(z.strictObject({ criterion: z.string(), rule: z.enum(['missing', 'unknown', 'range']), max: z.int().nullable() })),
  }),
);
