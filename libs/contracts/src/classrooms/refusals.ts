import { z } from 'zod';
import { refusal } from '../machinery/refusal.js';

export const DeliveredClassNotFound = refusal('delivered_class.not_found', 404, {
  zh: '找不到该专递课堂',
  en: 'There is no such delivered class',
});
export const DeliveredClassBackwards = refusal('delivered_class.backwards', 422, {
  zh: '结束日期早于开始日期',
  en: 'Its last day is before its first',
});
export const NoSessions = refusal('delivered_class.no_sessions', 422, {
  zh: '按此安排一次课也没有',
  en: 'The plan holds not a single session',
});
export const TermTooLong = refusal(
  'delivered_class.term_too_long',
  422,
  { zh: '一次最多排{days}天', en: 'At most {days} days can be planned at once' },
  z.strictObject({ days: z.int() }),
);
export const TooManySessions = refusal(
  'delivered_class.too_many_sessions',
  422,
  { zh: '共{sessions}次课，最多{most}次', en: '{sessions} sessions; at most {most} are possible' },
  z.strictObject({ sessions: z.int(), most: z.int() }),
);
export const HostUnsuitable = refusal('delivered_class.host_unsuitable', 422, {
  zh: '主讲端须为学校或中心学校',
  en: 'The host is a school or a central school',
});
export const ReceiverUnsuitable = refusal('delivered_class.receiver_unsuitable', 422, {
  zh: '接收端须为本级或下级的教学点、学校，且不是主讲端',
  en: 'A receiver is a teaching point or school of yours, other than the host',
});
export const ReceiverBusy = refusal(
  'delivered_class.receiver_busy',
  409,
  { zh: '接收端在{at}已有其他课', en: 'A receiver already has another session at {at}' },
  z.strictObject({ at: z.string() }),
);

export const ClassSessionNotFound = refusal('session.not_found', 404, { zh: '找不到该课次', en: 'There is no such session' });
export const SessionNotOver = refusal('session.not_over', 409, {
  zh: '课次尚未结束，不能记为缺课',
  en: 'It is not over yet, so it was not missed',
});
export const SessionToCome = refusal('session.to_come', 422, { zh: '不能记录将来的时间', en: 'What is still to come cannot be recorded' });
export const SessionBackwards = refusal('session.backwards', 422, { zh: '下课时间应晚于上课时间', en: 'It ends after it began' });
export const AlreadyMadeUp = refusal('session.already_made_up', 409, { zh: '该课次已安排补课', en: 'A make-up class is already arranged' });
export const SessionNotStarted = refusal('session.not_started', 409, {
  zh: '课次尚未上课，不能签到',
  en: 'The session has not begun, so nobody can sign in',
});
export const NotAReceiver = refusal('attendance.not_a_receiver', 409, {
  zh: '本单位不是该课次的接收端',
  en: 'Your unit is not a receiver of this session',
});
export const AtOutside = refusal('attendance.at_outside', 422, {
  zh: '考勤时间应在上课期间、现在之前',
  en: 'Attendance is during the session and not in the future',
});
