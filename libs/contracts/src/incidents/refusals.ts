import { z } from 'zod';
import { refusal } from '../machinery/refusal.js';

export const IncidentNotFound = refusal('incident.not_found', 404, { zh: '找不到该事件', en: 'There is no such incident' });

export const CategoryUnknown = refusal(
  'incident.category_unknown',
  422,
  { zh: '没有事件类别{category}', en: 'There is no class of incidents {category}' },
  z.strictObject({ category: z.string() }),
);

export const DiscoveredLater = refusal('incident.discovered_later', 422, {
  zh: '发现时间不能晚于现在',
  en: 'It cannot have been discovered later than now',
});

export const OwnAcknowledgement = refusal('incident.own', 409, { zh: '须由上级单位执行', en: 'This is for a superior unit to do' });

export const IncidentOver = refusal(
  'incident.over',
  409,
  { zh: '事件已结束（{state}），不能再补充', en: 'The incident is over ({state}); nothing can be added' },
  z.strictObject({ state: z.string() }),
);

export const ClockNotFound = refusal('clock.not_found', 404, { zh: '该事件没有这一报告时限', en: 'The incident has no such clock' });
export const ClockAlreadyMet = refusal('clock.already_met', 409, { zh: '该项报告已完成', en: 'This report was already made' });
export const ClockNotNoted = refusal('clock.not_noted', 409, {
  zh: '该项由平台自动记录，不能手工登记',
  en: 'The platform itself notes when this one is met',
});
export const ReportedLater = refusal('clock.reported_later', 422, {
  zh: '报送时间应在起算之后、现在之前',
  en: 'It was reported between the start of the clock and now',
});

export const GuardPeriodNotFound = refusal('guard_period.not_found', 404, { zh: '找不到该重要时期', en: 'There is no such guard period' });
export const GuardPeriodBackwards = refusal('guard_period.backwards', 422, {
  zh: '结束日期早于开始日期',
  en: 'Its last day is before its first',
});
export const GuardPeriodTooLong = refusal(
  'guard_period.too_long',
  422,
  { zh: '重要时期最长{days}天', en: 'A guard period lasts at most {days} days' },
  z.strictObject({ days: z.int() }),
);

export const DayOutside = refusal(
  'guard_period.day_outside',
  409,
  { zh: '{day}不在重要时期内（{from}至{to}）', en: '{day} is not within the guard period ({from} to {to})' },
  z.strictObject({ day: z.string(), from: z.string(), to: z.string() }),
);
export const DayToCome = refusal(
  'daily_report.day_to_come',
  409,
  { zh: '{day}尚未到来', en: '{day} is still to come' },
  z.strictObject({ day: z.string() }),
);
export const AlreadyFiled = refusal(
  'daily_report.already_filed',
  409,
  { zh: '{day}已报送', en: '{day} was already filed' },
  z.strictObject({ day: z.string() }),
);
export const NotExpected = refusal('daily_report.not_expected', 409, {
  zh: '本单位不在应报范围内',
  en: 'Your unit does not report in this guard period',
});
export const NotZero = refusal(
  'daily_report.not_zero',
  409,
  { zh: '{day}本单位报告过网络安全事件，不能报零报告', en: 'Your unit reported an incident discovered on {day}: it is no zero report' },
  z.strictObject({ day: z.string() }),
);
