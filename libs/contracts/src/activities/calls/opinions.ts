import { z } from 'zod';
import { LifeCycle } from '../../life-cycle.js';
import { facts } from '../../machinery/event.js';
import { refusal } from '../../machinery/refusal.js';
import { Id, itemShape, moves, text } from '../../shapes/shapes.js';

export const opinionStates = ['assigned', 'given', 'declined'] as const;
export type OpinionState = (typeof opinionStates)[number];
export const opinionMoves = ['give', 'decline'] as const;

export const opinionLifeCycle = new LifeCycle<OpinionState, (typeof opinionMoves)[number]>({
  give: { from: ['assigned'], to: 'given', by: ['expert'] },
  decline: { from: ['assigned'], to: 'declined', by: ['expert'] },
});

const verdict = z.enum(['accept', 'return', 'reject']).describe('建议：采用、退回修改、不予采用 what the expert advises');

export const OpinionInput = z.strictObject({
  verdict,
  comment: text(2000).describe('评审意见 what the expert says'),
});

/** What one expert thinks of a work in one of its rounds 评审意见; the authority decides. */
export const WorkOpinion = z
  .object({
    ...itemShape,
    organisation: Id.describe('征集单位 authority that called'),
    call: Id.describe('征集 call'),
    work: Id.describe('应征作品 work'),
    round: z.int().min(1).describe('第几次送审 round of the work'),
    expert: Id.describe('专家的人员标识 person id of the expert'),
    status: z.enum(opinionStates).describe('状态 state'),
    verdict: verdict.nullable(),
    comment: z.string().nullable().describe('评审意见或回避原因 opinion, or the reason for declining'),
    moves: moves(opinionMoves),
  })
  .meta({ id: 'WorkOpinion' });
export type WorkOpinion = z.output<typeof WorkOpinion>;

/** That an opinion is asked for; not whose, nor what it says. */
export const WorkOpinionFact = WorkOpinion.pick({ id: true, organisation: true, call: true, work: true, round: true, status: true }).meta({
  id: 'WorkOpinionFact',
});
export type WorkOpinionFact = z.output<typeof WorkOpinionFact>;

export const workOpinionFacts = facts('activities', 'workOpinion', WorkOpinionFact, {
  assigned: '作品评审已分配 An expert was asked for an opinion',
  given: '评审意见已提出 An expert gave an opinion',
  declined: '专家已回避 An expert declined',
});

export const WorkOpinionNotFound = refusal('work_opinion.not_found', 404, {
  zh: '找不到该评审意见',
  en: 'There is no such opinion',
});
