import { z } from 'zod';
import { operation } from '../../machinery/operation.js';
import { creatable, Id, InstantInput, item, page, paging, text, value } from '../../shapes/shapes.js';
import { organisers } from '../settings.js';
import {
  CallBoard,
  CallForWorks,
  CallNotFound,
  CallNothingOverdue,
  CallNotLater,
  CallNotRunning,
  CallOtherAuthority,
  callReaders,
  CallSettings,
  callStates,
  CallTemplate,
} from './calls.js';

export const callId = z.object({ callId: Id.describe('征集标识 id of the call') });

/** Preparing, opening and closing a call for works, and how far it has come. */
export const calling = {
  callTemplates: operation('get', '/call-templates', {
    summary: '列出征集模板 List templates of calls',
    description: 'Shipped configurations under their own names (课程征集、作业微课录制、精品课 …), to begin a new call from.',
    scope: 'activities.read',
    permits: organisers,
    returns: value(z.object({ items: z.array(CallTemplate).describe('模板 templates') }).meta({ id: 'CallTemplates' })),
  }),
  prepareCall: operation('post', '/calls', {
    summary: '筹备征集 Prepare a call for works',
    description: 'A draft that only the authority sees; once it is opened, organisations below hand in works.',
    scope: 'activities.write',
    permits: organisers,
    creates: true,
    body: z.strictObject({
      ...creatable,
      organisation: Id.describe('征集单位 authority that calls'),
      settings: CallSettings.describe('征集设置 its settings'),
    }),
    returns: item(CallForWorks),
  }),
  calls: operation('get', '/calls', {
    summary: '列出征集 List calls for works',
    scope: 'activities.read',
    permits: callReaders,
    reach: 'handedDown',
    query: z.object({ ...paging, status: z.enum(callStates).optional().describe('只列该状态的 only those in this state') }),
    returns: page(CallForWorks),
  }),
  callForWorks: operation('get', '/calls/:callId', {
    summary: '读取征集 Read a call for works',
    scope: 'activities.read',
    permits: callReaders,
    reach: 'handedDown',
    params: callId,
    returns: item(CallForWorks),
    fails: [CallNotFound],
  }),
  changeCall: operation('put', '/calls/:callId', {
    summary: '修改征集设置 Change the settings of a call',
    description: 'While it is a draft.',
    scope: 'activities.write',
    permits: organisers,
    guarded: true,
    params: callId,
    body: z.strictObject({ settings: CallSettings.describe('征集设置 its settings') }),
    returns: item(CallForWorks),
    fails: [CallNotFound],
  }),
  openCall: operation('post', '/calls/:callId/open', {
    summary: '开放征集 Open a call for works',
    scope: 'activities.write',
    permits: organisers,
    params: callId,
    returns: item(CallForWorks),
    fails: [CallNotFound],
  }),
  extendCall: operation('post', '/calls/:callId/extend', {
    summary: '延长征集 Extend a call for works',
    scope: 'activities.write',
    permits: organisers,
    params: callId,
    body: z.strictObject({ closes: InstantInput.describe('新的截止时间 until when, later than before') }),
    returns: item(CallForWorks),
    fails: [CallNotFound, CallNotLater],
  }),
  closeCall: operation('post', '/calls/:callId/close', {
    summary: '结束征集 Close a call for works',
    scope: 'activities.write',
    permits: organisers,
    params: callId,
    returns: item(CallForWorks),
    fails: [CallNotFound],
  }),
  callBoard: operation('get', '/calls/:callId/board', {
    summary: '查看征集看板 Look at the board of a call',
    description:
      'Tasks, shooting plans, works and what is overdue, by the organisations directly below. A school or a county sees its own part.',
    scope: 'activities.read',
    permits: callReaders.filter((role) => role !== 'expert'),
    reach: 'handedDown',
    params: callId,
    query: z.object({ organisation: Id.optional().describe('范围：该组织及其下级 scope: this organisation and what lies below it') }),
    returns: value(CallBoard),
    fails: [CallNotFound],
  }),
  urgeCall: operation('post', '/calls/:callId/urge', {
    summary: '催报逾期任务 Urge those whose tasks are overdue',
    description: 'Every overdue task of the call, or of some organisations; one that was urged within a day is left alone.',
    scope: 'activities.write',
    permits: organisers,
    params: callId,
    body: z.strictObject({
      note: text(500).describe('催报意见 what it says'),
      organisations: z.array(Id).min(1).max(500).optional().describe('只催这些单位，缺省为全部 only these organisations; all unless said'),
    }),
    returns: value(
      z
        .object({
          urged: z.int().describe('本次催报的任务数 tasks urged now'),
          urgedToday: z.int().describe('24 小时内已催报、未重复的任务数 tasks urged within a day already, and left alone'),
        })
        .meta({ id: 'CallUrged' }),
    ),
    fails: [CallNotFound, CallNotRunning, CallOtherAuthority, CallNothingOverdue],
  }),
};
