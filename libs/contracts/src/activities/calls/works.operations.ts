import { z } from 'zod';
import { FileUnknown } from '../../files/files.js';
import { operation } from '../../machinery/operation.js';
import { ResourceContributorsUnknown, ResourceNotReady } from '../../resources/refusals.js';
import { creatable, Id, InstantInput, item, page, paging, text, value } from '../../shapes/shapes.js';
import { ExpertAssigned, ExpertConflict, ExpertUnknown } from '../evaluations.js';
import { callId } from './calls.operations.js';
import {
  CallNotFound,
  CallNotRunning,
  CallNotYetOpen,
  CallOtherAuthority,
  CallOver,
  callReaders,
  callReviewers,
  callWorkers,
} from './calls.js';
import { CallTaskDueOutside, CallTaskNotFound, CallTaskNotShot } from './tasks.js';
import { OpinionInput, opinionStates, WorkOpinion, WorkOpinionNotFound } from './opinions.js';
import {
  AcceptedWork,
  CallWork,
  CallWorkContent,
  CallWorkFileNotFound,
  CallWorkFileOfWrongKind,
  CallWorkFilesTooMany,
  CallWorkNotFound,
  CallWorkNotRecognised,
  CallWorkNotYours,
  CallWorkOpinionsMissing,
  CallWorkOwn,
  callWorkStates,
  CallWorkTaskFull,
  CallWorkTaskNeeded,
  CallWorkTaskOver,
  CallWorkUnchanged,
  CallWorkWithoutFile,
} from './works.js';

const workId = z.object({ workId: Id.describe('应征作品标识 id of the work') });
const fileId = workId.extend({ fileId: Id.describe('文件标识 id of the file') });
const opinionId = z.object({ opinionId: Id.describe('评审意见标识 id of the opinion') });
const readOne = { scope: 'activities.read', permits: callReaders, reach: 'assigned' } as const;
const byAuthor = { scope: 'activities.write', permits: callWorkers } as const;
const byReviewer = { scope: 'activities.write', permits: callReviewers } as const;
const byExpert = { scope: 'activities.write', permits: ['expert'], reach: 'assigned' } as const;
const decided = [CallWorkNotFound, CallOtherAuthority, CallNotRunning, CallWorkOwn, CallWorkOpinionsMissing] as const;

/** Works that answer a call: made, handed in, read by experts, decided. */
export const handingIn = {
  beginWork: operation('post', '/calls/:callId/works', {
    ...byAuthor,
    summary: '登记应征作品 Begin a work that answers a call',
    description: 'A draft of its author’s; with a task where the call asks for one. Files come next.',
    reach: 'handedDown',
    creates: true,
    params: callId,
    body: z.strictObject({
      ...creatable,
      organisation: Id.describe('应征单位 organisation that hands it in'),
      task: Id.optional().describe('所完成的任务 task it answers'),
      content: CallWorkContent.describe('作品信息 what the resource will say'),
    }),
    returns: item(CallWork),
    fails: [
      CallNotFound,
      CallNotRunning,
      CallNotYetOpen,
      CallOver,
      CallWorkTaskNeeded,
      CallTaskNotFound,
      CallWorkTaskOver,
      ResourceContributorsUnknown,
    ],
  }),
  callWorks: operation('get', '/call-works', {
    ...readOne,
    summary: '列出应征作品 List works that answer calls',
    description: 'Those of the acting organisation and below; an expert sees those whose opinion is asked for.',
    query: z.object({
      ...paging,
      call: Id.optional().describe('只列该征集的 only those of this call'),
      task: Id.optional().describe('只列该任务的 only those of this task'),
      organisation: Id.optional().describe('只列该单位的 only those of this organisation'),
      status: z.enum(callWorkStates).optional().describe('只列该状态的 only those in this state'),
      mine: z.enum(['true']).optional().describe('只列本人的 only those of the caller'),
    }),
    returns: page(CallWork),
  }),
  callWork: operation('get', '/call-works/:workId', {
    ...readOne,
    summary: '读取应征作品 Read a work that answers a call',
    params: workId,
    returns: item(CallWork),
    fails: [CallWorkNotFound],
  }),
  changeWork: operation('put', '/call-works/:workId', {
    ...byAuthor,
    summary: '修改应征作品 Change a work that answers a call',
    description: 'While it is a draft, or was returned.',
    guarded: true,
    params: workId,
    body: z.strictObject({ content: CallWorkContent.describe('作品信息 what the resource will say') }),
    returns: item(CallWork),
    fails: [CallWorkNotFound, CallWorkNotYours, ResourceContributorsUnknown],
  }),
  addWorkFile: operation('post', '/call-works/:workId/files', {
    ...byAuthor,
    summary: '添加应征作品文件 Add a file to a work',
    description:
      '先以 files.ticket（用途 work）上传。类别按内容判定。 Sent before by files.ticket, kind work. Its kind is told by the content.',
    params: workId,
    body: z.strictObject({ file: Id.describe('已上传文件的标识（用途 work） id of the file that was sent, kind work') }),
    returns: item(CallWork),
    fails: [CallWorkNotFound, CallWorkNotYours, FileUnknown, CallWorkFileOfWrongKind, CallWorkFilesTooMany],
  }),
  dropWorkFile: operation('delete', '/call-works/:workId/files/:fileId', {
    ...byAuthor,
    summary: '移除应征作品文件 Take a file away from a work',
    params: fileId,
    returns: item(CallWork),
    fails: [CallWorkNotFound, CallWorkNotYours, CallWorkFileNotFound],
  }),
  workFile: operation('post', '/call-works/:workId/files/:fileId/file', {
    ...readOne,
    summary: '取应征作品文件 Get a file of a work',
    description: '答复的文件归调用者所有，用 files.link 下载。 The file then is the caller’s own: download it by files.link.',
    permits: callReaders.filter((role) => role !== 'app' && role !== 'bureauLeader'),
    params: fileId,
    returns: value(
      z.object({ id: Id.describe('文件标识 id of the file'), name: z.string().describe('文件名 its name') }).meta({ id: 'WorkFileGiven' }),
    ),
    fails: [CallWorkNotFound, CallWorkFileNotFound],
  }),
  submitWork: operation('post', '/call-works/:workId/submit', {
    ...byAuthor,
    summary: '应征作品送审 Hand in a work for review',
    description:
      'Refused while 使用方法、应用场景、典型案例, the grades or its file are missing, and after a return while nothing was changed. What was returned may be handed in again after the due time, until the call is closed.',
    params: workId,
    returns: item(CallWork),
    fails: [
      CallWorkNotFound,
      CallWorkNotYours,
      CallNotRunning,
      CallOver,
      CallWorkTaskOver,
      CallWorkTaskFull,
      CallTaskNotShot,
      CallWorkWithoutFile,
      CallWorkUnchanged,
      ResourceNotReady,
    ],
  }),
  withdrawWork: operation('post', '/call-works/:workId/withdraw', {
    ...byAuthor,
    summary: '撤回应征作品 Withdraw a work',
    params: workId,
    returns: item(CallWork),
    fails: [CallWorkNotFound, CallWorkNotYours],
  }),
  returnWork: operation('post', '/call-works/:workId/return', {
    ...byReviewer,
    summary: '应征作品退回修改 Return a work for changes',
    params: workId,
    body: z.strictObject({
      reason: text(500).describe('理由 reason, shown to the author'),
      due: InstantInput.optional().describe('其任务的新截止时间 new due time of its task'),
    }),
    returns: item(CallWork),
    fails: [...decided, CallTaskDueOutside],
  }),
  rejectWork: operation('post', '/call-works/:workId/reject', {
    ...byReviewer,
    summary: '应征作品不予通过 Reject a work',
    params: workId,
    body: z.strictObject({ reason: text(500).describe('理由 reason, shown to the author') }),
    returns: item(CallWork),
    fails: [...decided],
  }),
  acceptWork: operation('post', '/call-works/:workId/accept', {
    ...byReviewer,
    summary: '采用应征作品 Accept a work',
    description:
      'It enters the catalogue of resources, under its author’s name and with where it comes from; of an application it recognises who applies.',
    params: workId,
    body: z.strictObject({ note: text(500).describe('采用意见 what the reviewer says') }),
    returns: item(CallWork),
    fails: [...decided],
  }),
  revokeRecognition: operation('post', '/call-works/:workId/revoke', {
    ...byReviewer,
    summary: '撤销申报的认定 Revoke the recognition of who applied',
    description:
      '由作出认定的单位撤销，征集结束后也可以；申报留在名单中，状态为 revoked，理由可见。 By the authority that recognised, after its call has closed too. The application stays on the list as revoked, with the reason.',
    params: workId,
    body: z.strictObject({ reason: text(500).describe('理由 reason, shown to who applied') }),
    returns: item(CallWork),
    fails: [CallWorkNotFound, CallOtherAuthority, CallWorkOwn, CallWorkNotRecognised],
  }),
  askOpinion: operation('post', '/call-works/:workId/opinions', {
    ...byReviewer,
    summary: '分配应征作品的评审专家 Ask an expert for an evaluation of a work',
    description: 'An expert of the same school, or its author, is refused. The expert then reads the work and its files.',
    creates: true,
    params: workId,
    body: z.strictObject({ ...creatable, expert: Id.describe('专家的人员标识 person id of the expert') }),
    returns: item(WorkOpinion),
    fails: [CallWorkNotFound, CallOtherAuthority, CallNotRunning, ExpertUnknown, ExpertConflict, ExpertAssigned],
  }),
  workOpinions: operation('get', '/work-opinions', {
    ...readOne,
    summary: '列出应征作品评审意见 List expert evaluations of works',
    description: 'An expert sees their own, the authority all of its calls.',
    permits: ['expert', ...callReviewers],
    query: z.object({
      ...paging,
      work: Id.optional().describe('只列该作品的 only those of this work'),
      status: z.enum(opinionStates).optional().describe('只列该状态的 only those in this state'),
    }),
    returns: page(WorkOpinion),
  }),
  giveOpinion: operation('post', '/work-opinions/:opinionId/give', {
    ...byExpert,
    summary: '提出评审意见 Give the expert evaluation of a work',
    params: opinionId,
    body: OpinionInput,
    returns: item(WorkOpinion),
    fails: [WorkOpinionNotFound, CallNotRunning, ExpertConflict],
  }),
  declineOpinion: operation('post', '/work-opinions/:opinionId/decline', {
    ...byExpert,
    summary: '回避应征作品评审 Decline the expert evaluation of a work',
    params: opinionId,
    body: z.strictObject({ reason: text(1000).describe('回避原因 reason') }),
    returns: item(WorkOpinion),
    fails: [WorkOpinionNotFound],
  }),
  acceptedWork: operation('post', '/internal/accepted-work', {
    internal: true,
    permits: ['service'],
    summary: '读取已采用的应征作品 Read a work that was accepted',
    body: z.strictObject({ work: Id }),
    returns: value(AcceptedWork),
    fails: [CallWorkNotFound],
  }),
};
