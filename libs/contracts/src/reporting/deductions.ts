import { z } from 'zod';
import { LifeCycle } from '../life-cycle.js';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Id, Instant, itemShape, moves, text } from '../shapes/shapes.js';
import { raters, selfRaters } from './ratings.js';
import { deductionCauses } from './rubrics.js';

export const deductionStates = ['counted', 'contested', 'upheld', 'lifted'] as const;
export type DeductionState = (typeof deductionStates)[number];
export const deductionMoves = ['contest', 'uphold', 'lift'] as const;

/** 扣分 → 申辩 → 维持或撤销. What its source takes back is lifted by itself. */
export const deductionLifeCycle = new LifeCycle<DeductionState, (typeof deductionMoves)[number]>({
  contest: { from: ['counted'], to: 'contested', by: selfRaters },
  uphold: { from: ['contested'], to: 'upheld', by: raters },
  lift: { from: ['counted', 'contested'], to: 'lifted', by: raters },
});

/** Points a unit lost by what another service told 扣分. */
export const Deduction = z
  .object({
    ...itemShape,
    organisation: Id.describe('被扣分单位 unit that lost them'),
    assessment: Id.describe('督导考核 assessment'),
    rule: z.string().describe('扣分规则代码 rule of the rubric'),
    criterion: z.string().describe('二级指标 criterion'),
    points: z.number().describe('扣分 points, before the limit'),
    cause: z.enum(deductionCauses).describe('扣分事由 what costs points'),
    source: z
      .object({
        service: z.string().describe('来源服务 service that told of it'),
        thing: z.string().describe('来源种类 kind of thing'),
        entity: Id.describe('来源标识 id of the thing'),
        detail: z.string().describe('时限规则或日期 the reporting clock, or the day'),
      })
      .describe('来源 where it comes from'),
    due: Instant.describe('应完成时间 until when it should have been done'),
    done: Instant.nullable().describe('实际完成时间；未完成时为空 when it was done; null when it was not'),
    status: z.enum(deductionStates).describe('状态 state'),
    grounds: z.string().nullable().describe('申辩理由 the unit’s grounds'),
    answer: z.string().nullable().describe('处理理由 reason of the decision'),
    moves: moves(deductionMoves),
  })
  .meta({ id: 'Deduction' });
export type Deduction = z.output<typeof Deduction>;

export const DeductionFact = Deduction.omit({
  createdAt: true,
  updatedAt: true,
  version: true,
  grounds: true,
  answer: true,
  moves: true,
}).meta({
  id: 'DeductionFact',
});
export type DeductionFact = z.output<typeof DeductionFact>;

export const deductionFacts = facts('reporting', 'deduction', DeductionFact, {
  counted: '扣分已记入 Points were deducted',
  completed: '逾期事项已补办 What was overdue has been done',
  contested: '扣分已申辩 A deduction was contested',
  upheld: '扣分已维持 A deduction was upheld',
  lifted: '扣分已撤销 A deduction was lifted',
});

export const DeductionContest = z.strictObject({ grounds: text(2000).describe('申辩理由 grounds') });
export const DeductionDecision = z.strictObject({
  decision: z.enum(['uphold', 'lift']).describe('维持或撤销 whether it stands or is lifted'),
  reason: text(2000).describe('理由 reason'),
});

export const DeductionNotFound = refusal('deduction.not_found', 404, { zh: '找不到该扣分', en: 'There is no such deduction' });
