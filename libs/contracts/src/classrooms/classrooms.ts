import { auditOf } from '../machinery/audit-trail.js';
import { changesAfter } from '../machinery/changes.js';
import { z } from 'zod';
import { MoveNotAllowed } from '../life-cycle.js';
import { contract, operation } from '../machinery/operation.js';
import { authorityReviewers, type Role } from '../roles.js';
import { creatable, Day, Id, InstantInput, item, page, paging, text, value } from '../shapes/shapes.js';
import { DeliveredClass, DeliveredClassFigures, DeliveredClassInput } from './delivered-classes.js';
import { classHosts, classPlanners } from './life-cycle.js';
import { gradebookOperations } from './gradebook.operations.js';
import * as refused from './refusals.js';
import { SessionBoard } from './session-board.js';
import { AttendanceEntry, AttendanceInput, ClassSession, ClassSessionStatus } from './sessions.js';

const params = z.object({ deliveredClassId: Id.describe('专递课堂标识 id of the delivered class') });
const sessionParams = z.object({ sessionId: Id.describe('课次标识 id of the session') });
const readers = [
  ...new Set<Role>([
    ...classHosts,
    ...classPlanners,
    'subjectResearcher',
    'bureauLeader',
    'countyReviewer',
    'cityReviewer',
    'provinceReviewer',
    'app',
  ]),
];
const reason = text(500).describe('原因 reason');
const move = { scope: 'classrooms.write', params: sessionParams, returns: item(ClassSession) } as const;
const at = InstantInput.optional();

/** Where and when: delivered classes, their sessions, who was there. */
export const classrooms = contract('classrooms', {
  changesAfter: changesAfter('classrooms'),
  ...auditOf('classrooms'),
  ...gradebookOperations,
  plan: operation('post', '/delivered-classes', {
    summary: '排定专递课堂 Plan a delivered class',
    description: 'Its sessions are made at once from the weekly times between the first and last day, holidays left out.',
    scope: 'classrooms.write',
    permits: classPlanners,
    creates: true,
    body: DeliveredClassInput.extend(creatable),
    returns: item(DeliveredClass),
    fails: [
      refused.DeliveredClassBackwards,
      refused.TermTooLong,
      refused.NoSessions,
      refused.TooManySessions,
      refused.HostUnsuitable,
      refused.ReceiverUnsuitable,
      refused.ReceiverBusy,
    ],
  }),
  deliveredClasses: operation('get', '/delivered-classes', {
    summary: '查看专递课堂 List delivered classes',
    scope: 'classrooms.read',
    permits: readers,
    reach: 'assigned',
    query: z.object({ host: Id.optional().describe('主讲端 host'), ...paging }),
    returns: page(DeliveredClass),
  }),
  deliveredClass: operation('get', '/delivered-classes/:deliveredClassId', {
    summary: '查看一个专递课堂 Read a delivered class',
    scope: 'classrooms.read',
    permits: readers,
    reach: 'assigned',
    params,
    returns: item(DeliveredClass),
    fails: [refused.DeliveredClassNotFound],
  }),
  figures: operation('get', '/delivered-classes/:deliveredClassId/figures', {
    summary: '专递课堂开课情况 Figures of a delivered class',
    description: 'For each session at each receiver, and added up. A planned session whose time has passed counts as missed.',
    scope: 'classrooms.read',
    permits: readers,
    reach: 'assigned',
    params,
    returns: value(DeliveredClassFigures),
    fails: [refused.DeliveredClassNotFound],
  }),
  sessions: operation('get', '/class-sessions', {
    summary: '查看课次 List sessions',
    description: 'In the order of time.',
    scope: 'classrooms.read',
    permits: readers,
    reach: 'assigned',
    query: z.object({
      deliveredClass: Id.optional().describe('专递课堂 delivered class'),
      receiver: Id.optional().describe('接收端 receiver'),
      status: ClassSessionStatus.optional(),
      from: Day.optional().describe('从该日起 from this day on'),
      to: Day.optional().describe('到该日止 up to this day'),
      ...paging,
    }),
    returns: page(ClassSession),
  }),
  board: operation('get', '/session-board', {
    summary: '今日课堂 Sessions of today',
    description: 'How many are planned, running, held and missed today, by the organisations one level below, and which run now.',
    scope: 'classrooms.read',
    permits: ['bureauLeader', 'centreHead', ...authorityReviewers],
    returns: value(SessionBoard),
  }),
  session: operation('get', '/class-sessions/:sessionId', {
    summary: '查看一个课次 Read a session',
    scope: 'classrooms.read',
    permits: readers,
    reach: 'assigned',
    params: sessionParams,
    returns: item(ClassSession),
    fails: [refused.ClassSessionNotFound],
  }),
  start: operation('post', '/class-sessions/:sessionId/start', {
    summary: '上课 Begin a session',
    description: 'May be written down afterwards, also when it had already counted as missed.',
    ...move,
    permits: classHosts,
    body: z.strictObject({ at: at.describe('上课时间，缺省为现在 when it began; now unless given') }),
    fails: [refused.ClassSessionNotFound, MoveNotAllowed, refused.SessionToCome],
  }),
  end: operation('post', '/class-sessions/:sessionId/end', {
    summary: '下课 End a session',
    ...move,
    permits: classHosts,
    body: z.strictObject({ at: at.describe('下课时间，缺省为现在 when it ended; now unless given') }),
    fails: [refused.ClassSessionNotFound, MoveNotAllowed, refused.SessionToCome, refused.SessionBackwards],
  }),
  cancel: operation('post', '/class-sessions/:sessionId/cancel', {
    summary: '取消课次 Cancel a session',
    description: 'Only before its planned end; after that it was missed.',
    ...move,
    permits: classPlanners,
    body: z.strictObject({ reason }),
    fails: [refused.ClassSessionNotFound, MoveNotAllowed],
  }),
  miss: operation('post', '/class-sessions/:sessionId/miss', {
    summary: '说明缺课原因 Say why a session was missed',
    ...move,
    permits: classPlanners,
    body: z.strictObject({ reason }),
    fails: [refused.ClassSessionNotFound, MoveNotAllowed, refused.SessionNotOver],
  }),
  makeUp: operation('post', '/class-sessions/:sessionId/make-up', {
    summary: '安排补课 Arrange a make-up class',
    description: 'Answers the new session, which names the missed one.',
    ...move,
    permits: classPlanners,
    creates: true,
    body: z.strictObject({
      startsAt: InstantInput.describe('补课上课时间 when it begins'),
      endsAt: InstantInput.describe('补课下课时间 when it ends'),
      ...creatable,
    }),
    fails: [refused.ClassSessionNotFound, MoveNotAllowed, refused.AlreadyMadeUp, refused.SessionBackwards, refused.ReceiverBusy],
  }),
  attend: operation('post', '/class-sessions/:sessionId/attendance', {
    summary: '考勤签到 Record attendance',
    description: 'A receiver signs in with evidence; an app reports who joined and left.',
    scope: 'classrooms.write',
    permits: [...classHosts, 'app'],
    reach: 'assigned',
    creates: true,
    params: sessionParams,
    body: AttendanceInput.extend(creatable),
    returns: item(AttendanceEntry),
    fails: [refused.ClassSessionNotFound, refused.NotAReceiver, refused.SessionNotStarted, refused.AtOutside],
  }),
  attendance: operation('get', '/class-sessions/:sessionId/attendance', {
    summary: '查看考勤台账 Read the attendance of a session',
    scope: 'classrooms.read',
    permits: readers,
    reach: 'assigned',
    params: sessionParams,
    query: z.object(paging),
    returns: page(AttendanceEntry),
    fails: [refused.ClassSessionNotFound],
  }),
});
