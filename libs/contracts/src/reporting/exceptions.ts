import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Id, Instant, itemShape, text } from '../shapes/shapes.js';
import { reviewLevels } from './calendars.js';

/** Filling in: by the organisation and all below it. Reviewing: by the organisation itself. */
export const exceptionActs = ['filling', 'reviewing'] as const;

/** More time for one organisation in one period 例外延期, granted from above; it ends by itself. */
export const PeriodException = z
  .object({
    ...itemShape,
    organisation: Id.describe('获准延期的单位 organisation that has more time'),
    period: Id.describe('填报期 period'),
    acts: z
      .enum(exceptionActs)
      .describe('延长的事项：填报（含其下级单位）或审核 what for: filling in, also by those below it, or reviewing'),
    until: Instant.describe('延至 until when'),
    reason: text(500).describe('理由 why'),
    grantedBy: Id.describe('批准单位 authority that granted it'),
    withdrawn: z.boolean().describe('已撤回 whether it was withdrawn'),
  })
  .meta({ id: 'PeriodException' });
export type PeriodException = z.output<typeof PeriodException>;

/** Why somebody has more time is written by a person and stays here. */
export const PeriodExceptionFact = PeriodException.omit({ createdAt: true, updatedAt: true, version: true, reason: true }).meta({
  id: 'PeriodExceptionFact',
});
export type PeriodExceptionFact = z.output<typeof PeriodExceptionFact>;

export const exceptionFacts = facts('reporting', 'period_exception', PeriodExceptionFact, {
  granted: '已批准延期 An exception was granted',
  withdrawn: '延期已撤回 An exception was withdrawn',
});

const due = {
  school: Instant.describe('学校填报截止 schools submit until'),
  county: Instant.describe('县级审核截止 counties review until'),
  city: Instant.describe('市级审核截止 the city reviews until'),
  province: Instant.describe('省级审核截止 the province reviews until'),
};

/** The windows of a period as they hold for one organisation, exceptions included. */
export const PeriodWindows = z
  .object({
    period: Id.describe('填报期 period'),
    organisation: Id.describe('单位 organisation'),
    opens: Instant.describe('开始填报时间 when filling in begins'),
    due: z.object(due).describe('对该单位有效的各级截止时间 until when each level may act on it'),
    usual: z.object(due).describe('未计延期的各级截止时间 the same without exceptions'),
    openFor: z.array(z.enum(['school', ...reviewLevels])).describe('现在可办理的层级 levels that may act now'),
    exceptions: z
      .array(PeriodException.pick({ id: true, organisation: true, acts: true, until: true, grantedBy: true }))
      .describe('有效的延期 exceptions in force'),
  })
  .meta({ id: 'PeriodWindows' });

export const ExceptionNotFound = refusal('exception.not_found', 404, { zh: '找不到该延期', en: 'There is no such exception' });
export const ExceptionFromBelow = refusal('exception.from_below', 409, {
  zh: '延期只能由上级批准或撤回',
  en: 'Only an authority above grants more time, or takes it back',
});
export const ExceptionTooLate = refusal(
  'exception.too_late',
  409,
  { zh: '延期不得晚于本级审核截止时间 {latest}', en: 'Not later than your own level may review: {latest}' },
  z.strictObject({ latest: Instant }),
);
export const ExceptionEmpty = refusal(
  'exception.empty',
  422,
  {
    zh: '该单位的截止时间已是 {due}，延期应晚于此时与现在',
    en: 'Its time ends at {due} anyway; more time ends later than that, and later than now',
  },
  z.strictObject({ due: Instant }),
);
export const ExceptionReviewer = refusal('exception.no_reviewer', 422, {
  zh: '该单位不承担审核，只能延长填报时间',
  en: 'This organisation reviews nothing; only its filling in can have more time',
});
