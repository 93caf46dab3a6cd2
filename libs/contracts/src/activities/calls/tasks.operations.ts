import { z } from 'zod';
import { operation } from '../../machinery/operation.js';
import { Day, Id, InstantInput, item, page, paging, text, value } from '../../shapes/shapes.js';
import { Stage, Subject } from '../../shapes/teaching.js';
import { organisers } from '../settings.js';
import { callId } from './calls.operations.js';
import { CallNotFound, CallNotRunning, CallOtherAuthority, callReaders, callWorkers } from './calls.js';
import {
  CallTask,
  CallTaskDueOutside,
  CallTaskInput,
  CallTaskNotFound,
  CallTaskPersonUnknown,
  CallTaskPlanTooLate,
  CallTaskPlanUnasked,
  CallTaskShotAhead,
  callTaskStates,
  CallTaskUnitsUnknown,
  ShootingPlan,
} from './tasks.js';

const taskId = z.object({ taskId: Id.describe('征集任务标识 id of the task') });
const readers = callReaders.filter((role) => role !== 'expert');

/** Tasks of a call: who owes which works by when, and how far they are. */
export const tasking = {
  assignTasks: operation('post', '/calls/:callId/tasks', {
    summary: '下达征集任务 Assign tasks of a call',
    description: 'Up to 200 at once, all or none: to organisations below, or to a person there.',
    scope: 'activities.write',
    permits: organisers,
    params: callId,
    body: z.strictObject({ tasks: z.array(CallTaskInput).min(1).max(200).describe('任务 tasks') }),
    returns: value(z.object({ items: z.array(CallTask).describe('任务 tasks') }).meta({ id: 'CallTasksAssigned' })),
    fails: [CallNotFound, CallNotRunning, CallTaskUnitsUnknown, CallTaskPersonUnknown, CallTaskDueOutside],
  }),
  callTasks: operation('get', '/call-tasks', {
    summary: '列出征集任务 List tasks of calls',
    description: 'With `overdue`, the overdue list. With `mine`, those of the caller.',
    scope: 'activities.read',
    permits: readers,
    query: z.object({
      ...paging,
      call: Id.optional().describe('只列该征集的 only those of this call'),
      organisation: Id.optional().describe('只列该单位的 only those of this organisation'),
      stage: Stage.optional(),
      subject: Subject.optional(),
      status: z.enum(callTaskStates).optional().describe('只列该状态的 only those in this state'),
      overdue: z.enum(['true']).optional().describe('只列逾期的 only overdue ones'),
      mine: z.enum(['true']).optional().describe('只列由我承担的 only those of the caller'),
    }),
    returns: page(CallTask),
  }),
  callTask: operation('get', '/call-tasks/:taskId', {
    summary: '读取征集任务 Read a task of a call',
    scope: 'activities.read',
    permits: readers,
    params: taskId,
    returns: item(CallTask),
    fails: [CallTaskNotFound],
  }),
  handTask: operation('post', '/call-tasks/:taskId/hand', {
    summary: '指定征集任务承担人 Hand a task of a call to a person',
    scope: 'activities.write',
    permits: ['schoolAdmin', ...organisers],
    params: taskId,
    body: z.strictObject({ person: Id.describe('承担人的人员标识 person id of who owes it') }),
    returns: item(CallTask),
    fails: [CallTaskNotFound, CallOtherAuthority, CallTaskPersonUnknown],
  }),
  planShooting: operation('put', '/call-tasks/:taskId/plan', {
    summary: '报拍摄计划 Make the shooting plan of a task',
    description: 'Until it was shot it may be made anew.',
    scope: 'activities.write',
    permits: callWorkers,
    guarded: true,
    params: taskId,
    body: ShootingPlan,
    returns: item(CallTask),
    fails: [CallTaskNotFound, CallNotRunning, CallTaskPlanUnasked, CallTaskPlanTooLate, CallTaskPersonUnknown],
  }),
  completeShooting: operation('post', '/call-tasks/:taskId/shot', {
    summary: '登记拍摄完成 Say that a task was shot',
    scope: 'activities.write',
    permits: callWorkers,
    params: taskId,
    body: z.strictObject({ day: Day.describe('拍摄完成日期 day') }),
    returns: item(CallTask),
    fails: [CallTaskNotFound, CallNotRunning, CallTaskShotAhead],
  }),
  postponeTask: operation('post', '/call-tasks/:taskId/postpone', {
    summary: '征集任务延期 Move the due time of a task, as an exception',
    scope: 'activities.write',
    permits: organisers,
    params: taskId,
    body: z.strictObject({ due: InstantInput.describe('新的截止时间 until when works are handed in') }),
    returns: item(CallTask),
    fails: [CallTaskNotFound, CallOtherAuthority, CallTaskDueOutside],
  }),
  cancelTask: operation('post', '/call-tasks/:taskId/cancel', {
    summary: '撤销征集任务 Cancel a task of a call',
    scope: 'activities.write',
    permits: organisers,
    params: taskId,
    body: z.strictObject({ reason: text(500).describe('原因 why') }),
    returns: item(CallTask),
    fails: [CallTaskNotFound, CallOtherAuthority],
  }),
};
