import { z } from 'zod';
import { LifeCycle } from '../life-cycle.js';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Id, Instant, itemShape, moves, text } from '../shapes/shapes.js';
import { Threshold, warningLevels } from './thresholds.js';
import { collectors } from './who.js';

export const earlyWarningStates = ['raised', 'received', 'closed'] as const;
export type EarlyWarningState = (typeof earlyWarningStates)[number];
export const earlyWarningMoves = ['receive', 'close'] as const;
export type EarlyWarningMove = (typeof earlyWarningMoves)[number];

/** Who answers a warning: the head of the warned school or authority, and its staff for reporting. */
export const warned = ['schoolAdmin', 'responsiblePerson', 'bureauLeader', ...collectors] as const;

/** 预警 → 签收 → 办结. That the value has returned is another matter: it clears the warning in any state. */
export const earlyWarningLifeCycle = new LifeCycle<EarlyWarningState, EarlyWarningMove>({
  receive: { from: ['raised'], to: 'received', by: warned },
  close: { from: ['received'], to: 'closed', by: warned },
});

/** What happened to a warning, and what the value then was. */
const Step = z
  .object({
    at: Instant.describe('时间 when'),
    what: z.enum(['raised', 'changed', 'received', 'closed', 'cleared']).describe('发生了什么 what happened'),
    value: z.number().nullable().describe('当时数值 the value then; null of a step of a person'),
    period: Id.nullable().describe('该数值所属填报期 period of that value'),
  })
  .meta({ id: 'EarlyWarningStep' });
export type EarlyWarningStep = z.output<typeof Step>;

/** 预警: an organisation's value is beyond a threshold. Raised once, however long it stays so. */
export const EarlyWarning = z
  .object({
    ...itemShape,
    organisation: Id.describe('被预警单位 organisation that is warned'),
    threshold: Id.describe('阈值 threshold'),
    authority: Id.describe('设定阈值的单位 authority that declared the threshold'),
    name: Threshold.shape.name,
    level: z.enum(warningLevels).describe('级别：提示、警告、严重 level'),
    comparison: Threshold.shape.comparison,
    limit: z.number().describe('当时的阈值 the threshold as it then was'),
    value: z.number().describe('最近一次判断的数值 the value when last judged'),
    period: Id.nullable().describe('该数值所属填报期 period of that value'),
    status: z.enum(earlyWarningStates).describe('状态：待签收、已签收、已办结 state'),
    raisedAt: Instant.describe('预警时间 when it was raised'),
    clearedAt: Instant.nullable().describe('数值恢复、预警解除的时间；未解除为空 when the value had returned; null while it has not'),
    done: z.string().nullable().describe('处理情况 what was done about it'),
    steps: z.array(Step).describe('经过，从早到晚 what happened to it, oldest first'),
    moves: moves(earlyWarningMoves),
  })
  .meta({ id: 'EarlyWarning' });
export type EarlyWarning = z.output<typeof EarlyWarning>;

/** Without what somebody wrote. */
export const EarlyWarningFact = EarlyWarning.pick({
  id: true,
  organisation: true,
  threshold: true,
  authority: true,
  level: true,
  comparison: true,
  limit: true,
  value: true,
  period: true,
  status: true,
  raisedAt: true,
  clearedAt: true,
}).meta({ id: 'EarlyWarningFact' });
export type EarlyWarningFact = z.output<typeof EarlyWarningFact>;

export const earlyWarningFacts = facts('reporting', 'early_warning', EarlyWarningFact, {
  raised: '已预警 An organisation was warned',
  changed: '预警期间数值有变 The value of a warning changed',
  cleared: '数值恢复，预警解除 The value returned, and the warning was cleared',
  received: '预警已签收 An early warning was received',
  closed: '预警已办结 An early warning was closed',
});

export const EarlyWarningClosing = z.strictObject({ done: text(2000).describe('处理情况 what was done about it') });

export const EarlyWarningNotFound = refusal('early_warning.not_found', 404, { zh: '找不到该预警', en: 'There is no such early warning' });
export const EarlyWarningNotOwn = refusal('early_warning.not_own', 409, {
  zh: '预警由被预警单位签收、办结',
  en: 'The warned organisation itself receives and closes a warning',
});
