import { z } from 'zod';
import { LifeCycle } from '../../life-cycle.js';
import { facts } from '../../machinery/event.js';
import { refusal } from '../../machinery/refusal.js';
import { Day, Id, Instant, InstantInput, itemShape, moves, text } from '../../shapes/shapes.js';
import { Grade, Stage, Subject } from '../../shapes/teaching.js';
import { organisers } from '../settings.js';
import { callWorkers } from './calls.js';

export const callTaskStates = ['assigned', 'planned', 'shot', 'fulfilled', 'cancelled'] as const;
export type CallTaskState = (typeof callTaskStates)[number];
export const callTaskMoves = ['hand', 'plan', 'shoot', 'fulfil', 'postpone', 'cancel'] as const;
export type CallTaskMove = (typeof callTaskMoves)[number];

const open = ['assigned', 'planned', 'shot'] as const;

/** 下达 → 拍摄计划 → 拍摄 → 完成: fulfilled once as many works as it owes were accepted. To hand it or to postpone it leaves it where it is. */
export const callTaskLifeCycle = new LifeCycle<CallTaskState, CallTaskMove>({
  hand: { from: open, to: 'assigned', by: ['schoolAdmin', ...organisers] },
  plan: { from: ['assigned', 'planned'], to: 'planned', by: callWorkers },
  shoot: { from: ['planned'], to: 'shot', by: callWorkers },
  fulfil: { from: open, to: 'fulfilled', by: [] },
  postpone: { from: open, to: 'assigned', by: organisers },
  cancel: { from: open, to: 'cancelled', by: organisers },
});

/** 拍摄计划: when, where and by whom a lesson is shot. */
export const ShootingPlan = z
  .strictObject({
    day: Day.describe('拍摄日期 day'),
    place: text(100).describe('拍摄地点 place'),
    presenter: Id.describe('主讲教师的人员标识 person id of who teaches'),
    note: text(1000).optional().describe('设备与分工 equipment, and who does what'),
  })
  .meta({ id: 'ShootingPlan' });
export type ShootingPlan = z.output<typeof ShootingPlan>;

const asked = {
  organisation: Id.describe('承担单位 organisation that owes it'),
  person: Id.nullable().default(null).describe('承担人的人员标识，可由学校再指定 person id of who owes it; the school may name them later'),
  title: text(200).describe('课题 what it is about'),
  stage: Stage,
  subject: Subject,
  grade: Grade.nullable().default(null).describe('年级 grade'),
  chapter: text(200).nullable().default(null).describe('章节 chapter'),
  owed: z.int().min(1).max(100).default(1).describe('应交件数 how many works it owes'),
  due: InstantInput.describe('截止 until when works are handed in'),
};

export const CallTaskInput = z.strictObject(asked).meta({ id: 'CallTaskInput' });
export type CallTaskInput = z.output<typeof CallTaskInput>;

/** A task of a call 征集任务: a school, or one person there, owes so many works by a time. */
export const CallTask = z
  .object({
    ...itemShape,
    ...asked,
    person: Id.nullable().describe('承担人的人员标识 person id of who owes it'),
    grade: Grade.nullable().describe('年级 grade'),
    chapter: z.string().nullable().describe('章节 chapter'),
    owed: z.int().describe('应交件数 how many works it owes'),
    due: Instant.describe('截止 until when works are handed in'),
    issuer: Id.describe('下达单位 authority that gave it'),
    call: Id.describe('征集 call'),
    name: z.string().describe('承担单位名称 name of the organisation that owes it'),
    plan: ShootingPlan.nullable().describe('拍摄计划 shooting plan'),
    shotOn: Day.nullable().describe('拍摄完成日期 day on which it was shot'),
    status: z.enum(callTaskStates).describe('状态 state'),
    handedIn: z.int().describe('已交件数：待审核与已采用 works handed in: waiting or accepted'),
    accepted: z.int().describe('已采用件数 works accepted'),
    overdue: z.boolean().describe('是否逾期 whether works are owed beyond the due time'),
    remindedAt: Instant.nullable().describe('提醒时间 when the platform reminded of it'),
    urgedAt: Instant.nullable().describe('最近催报时间 when it was last urged'),
    note: z.string().nullable().describe('催报意见或撤销原因 what the urging said, or why it was cancelled'),
    moves: moves(callTaskMoves),
  })
  .meta({ id: 'CallTask' });
export type CallTask = z.output<typeof CallTask>;

/** Without the person, the shooting plan and the words somebody wrote. */
export const CallTaskFact = CallTask.pick({
  id: true,
  organisation: true,
  issuer: true,
  call: true,
  stage: true,
  subject: true,
  grade: true,
  owed: true,
  due: true,
  shotOn: true,
  status: true,
}).meta({ id: 'CallTaskFact' });
export type CallTaskFact = z.output<typeof CallTaskFact>;

export const callTaskFacts = facts('activities', 'callTask', CallTaskFact, {
  assigned: '征集任务已下达 A task was assigned',
  handed: '征集任务已指定承担人 A task was handed to a person',
  planned: '拍摄计划已报 A shooting plan was made',
  shot: '拍摄已完成 A task was shot',
  postponed: '征集任务已延期 The due time of a task was moved',
  cancelled: '征集任务已撤销 A task was cancelled',
  fulfilled: '征集任务已完成 A task was fulfilled',
  reminded: '征集任务已提醒 A reminder of a task was sent',
  urged: '征集任务已催报 A task was urged',
});

export const CallTaskNotFound = refusal('call_task.not_found', 404, { zh: '找不到该征集任务', en: 'There is no such task' });
export const CallTaskUnitsUnknown = refusal(
  'call_task.units_unknown',
  422,
  { zh: '有 {count} 个单位不在征集单位之下', en: '{count} organisations do not lie below the authority that calls' },
  z.strictObject({ count: z.int(), organisations: z.array(Id) }),
);
export const CallTaskPersonUnknown = refusal(
  'call_task.person_unknown',
  422,
  { zh: '查无此人，或其在承担单位不任教师或教研员', en: 'There is no such person, or they teach nothing at this organisation' },
  z.strictObject({ person: Id }),
);
export const CallTaskDueOutside = refusal('call_task.due_outside', 422, {
  zh: '截止时间不在征集起止之内',
  en: 'The due time lies outside the call',
});
export const CallTaskPlanUnasked = refusal('call_task.plan_unasked', 409, {
  zh: '此征集不要求拍摄计划',
  en: 'This call asks for no shooting plans',
});
export const CallTaskPlanTooLate = refusal(
  'call_task.plan_too_late',
  422,
  { zh: '拍摄日期应在 {due} 之前', en: 'The day must lie before {due}' },
  z.strictObject({ due: z.string() }),
);
export const CallTaskShotAhead = refusal('call_task.shot_ahead', 422, {
  zh: '拍摄完成日期不能在今天之后',
  en: 'It cannot have been shot after today',
});
export const CallTaskNotShot = refusal('call_task.not_shot', 409, {
  zh: '请先报拍摄计划并登记拍摄完成',
  en: 'It needs a shooting plan, and to be shot, first',
});
