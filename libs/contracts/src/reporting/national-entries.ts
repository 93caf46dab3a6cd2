import { z } from 'zod';
import { refusal } from '../machinery/refusal.js';
import { Day, Id, Instant } from '../shapes/shapes.js';

export const NationalEntryInput = z.strictObject({
  on: Day.describe('录入日期 day on which it was entered there'),
});

/** That what a submission says has been entered in the national system 全国教育信息化工作管理信息系统. */
export const NationalEntry = z
  .object({
    on: Day.describe('录入日期 day on which it was entered there'),
    organisation: Id.describe('经办单位 organisation that entered it'),
    role: z.string().describe('经办身份 role that entered it'),
    at: Instant.describe('登记时间 when it was noted here'),
  })
  .meta({ id: 'NationalEntry' });
export type NationalEntry = z.output<typeof NationalEntry>;

export const SubmissionNotSubmitted = refusal('submission.not_submitted', 409, {
  zh: '尚未提交，数据还会变化',
  en: 'It has not been submitted; its values may still change',
});
export const NationalEntryInFuture = refusal('national_entry.in_future', 422, {
  zh: '录入日期不能晚于今天',
  en: 'It cannot have been entered later than today',
});
