import { z } from 'zod';
import { LifeCycle } from '../../life-cycle.js';
import { facts } from '../../machinery/event.js';
import { refusal } from '../../machinery/refusal.js';
import { ResourceInput, ResourceType } from '../../resources/content.js';
import { Id, Instant, itemShape, moves } from '../../shapes/shapes.js';
import { Stage, Subject } from '../../shapes/teaching.js';
import { callReviewers, callWorkers, workFileKinds } from './calls.js';

export const callWorkStates = ['draft', 'submitted', 'returned', 'accepted', 'rejected', 'withdrawn', 'revoked'] as const;
export type CallWorkState = (typeof callWorkStates)[number];
export const callWorkMoves = ['change', 'submit', 'withdraw', 'return', 'reject', 'accept', 'revoke'] as const;
export type CallWorkMove = (typeof callWorkMoves)[number];

/**
 * 草稿 → 待审核 → (退回修改 → 待审核)* → 已采用, or 不予采用. What is accepted enters the catalogue; of an application it recognises
 * who applies, until that is revoked 已撤销认定. A change leaves the state as it is.
 */
export const callWorkLifeCycle = new LifeCycle<CallWorkState, CallWorkMove>({
  change: { from: ['draft', 'returned'], to: 'draft', by: callWorkers },
  submit: { from: ['draft', 'returned'], to: 'submitted', by: callWorkers },
  withdraw: { from: ['draft', 'submitted', 'returned'], to: 'withdrawn', by: callWorkers },
  return: { from: ['submitted'], to: 'returned', by: callReviewers },
  reject: { from: ['submitted'], to: 'rejected', by: callReviewers },
  accept: { from: ['submitted'], to: 'accepted', by: callReviewers },
  revoke: { from: ['accepted'], to: 'revoked', by: callReviewers },
});

/** What the resource will say that a work becomes; its type is the call's. */
export const CallWorkContent = z
  .strictObject({ ...ResourceInput.shape })
  .omit({ type: true })
  .meta({ id: 'CallWorkContent' });
export type CallWorkContent = z.output<typeof CallWorkContent>;

const WorkFile = z
  .object({
    id: Id.describe('文件标识 id'),
    name: z.string().describe('文件名 name'),
    kind: z.enum(workFileKinds).describe('文件类别，按内容判定 kind, told by its content'),
    size: z.int().describe('字节数 bytes'),
    sha256: z.string().describe('内容的 SHA-256 hash of its content'),
    at: Instant.describe('加入时间 when it was added'),
  })
  .meta({ id: 'CallWorkFile' });
export type WorkFile = z.output<typeof WorkFile>;

/** A work that answers a call 应征作品, on its way from its author to the catalogue. */
export const CallWork = z
  .object({
    ...itemShape,
    organisation: Id.describe('应征单位 organisation that hands it in'),
    issuer: Id.describe('征集单位 authority that called'),
    call: Id.describe('征集 call'),
    task: Id.nullable().describe('所完成的任务，自由应征为空 task it answers; null if it came without one'),
    author: Id.describe('作者的人员标识 person id of its author'),
    type: ResourceType,
    content: CallWorkContent.describe('作品信息 what the resource will say'),
    files: z.array(WorkFile).describe('文件 its files'),
    status: z.enum(callWorkStates).describe('状态 state'),
    round: z.int().min(0).describe('送审次数 how often it has been handed in'),
    submittedAt: Instant.nullable().describe('最近送审时间 when it was last handed in'),
    decidedAt: Instant.nullable().describe('审核时间 when it was decided'),
    revokedAt: Instant.nullable().describe('撤销认定的时间 when its recognition was revoked'),
    reason: z.string().nullable().describe('退回修改、不予采用、撤销认定的理由或采用意见 what the reviewer said last'),
    moves: moves(callWorkMoves),
  })
  .meta({ id: 'CallWork' });
export type CallWork = z.output<typeof CallWork>;

/** Without its author, its files and the words somebody wrote. */
export const CallWorkFact = CallWork.pick({
  id: true,
  organisation: true,
  issuer: true,
  call: true,
  task: true,
  type: true,
  status: true,
  round: true,
})
  .extend({ stage: Stage, subject: Subject })
  .meta({ id: 'CallWorkFact' });
export type CallWorkFact = z.output<typeof CallWorkFact>;

export const callWorkFacts = facts('activities', 'callWork', CallWorkFact, {
  begun: '应征作品已登记 A work was begun',
  changed: '应征作品已修改 A work was changed',
  submitted: '应征作品已送审 A work was handed in',
  withdrawn: '应征作品已撤回 A work was withdrawn',
  returned: '应征作品已退回修改 A work was returned',
  rejected: '应征作品不予采用 A work was rejected',
  accepted: '应征作品已采用 A work was accepted',
  recognised: '申报已认定 An application was accepted, and who applied is recognised',
  revoked: '认定已撤销 Its recognition was revoked',
});

/** What enters the catalogue, as the service of resources asks for it: personal data go by this answer, never by a fact. */
export const AcceptedWork = z
  .object({
    work: Id.describe('应征作品 work'),
    call: Id.describe('征集 call'),
    callName: z.string().describe('征集名称 name of the call'),
    organisation: Id.describe('应征单位 organisation of its author'),
    issuer: Id.describe('征集单位 authority that called'),
    author: Id.describe('作者的人员标识 person id of its author'),
    content: z.strictObject({ ...ResourceInput.shape }).describe('资源内容 what the resource says'),
    files: z.array(WorkFile).describe('文件 its files'),
    acceptedAt: Instant.describe('采用时间 when it was accepted'),
  })
  .meta({ id: 'AcceptedWork' });
export type AcceptedWork = z.output<typeof AcceptedWork>;

export const CallWorkNotFound = refusal('call_work.not_found', 404, { zh: '找不到该应征作品', en: 'There is no such work' });
export const CallWorkNotYours = refusal('call_work.not_yours', 409, {
  zh: '只有作者本人或学校管理员可以执行此操作',
  en: 'Only its author or the school’s administrator may do this',
});
export const CallWorkTaskNeeded = refusal('call_work.task_needed', 409, {
  zh: '此征集凭任务应征',
  en: 'Works of this call answer a task',
});
export const CallWorkTaskOver = refusal('call_work.task_over', 409, {
  zh: '任务已完成或已撤销',
  en: 'The task is fulfilled or cancelled',
});
export const CallWorkTaskFull = refusal(
  'call_work.task_full',
  409,
  { zh: '此任务应交 {owed} 件，已交齐', en: 'This task owes {owed} works, and all were handed in' },
  z.strictObject({ owed: z.int() }),
);
export const CallWorkWithoutFile = refusal('call_work.without_file', 409, { zh: '请先上传作品文件', en: 'It has no file yet' });
export const CallWorkUnchanged = refusal('call_work.unchanged', 409, {
  zh: '退回后尚未修改',
  en: 'Nothing was changed since it was returned',
});
export const CallWorkOwn = refusal('call_work.own', 409, {
  zh: '不能审核自己创作或参与的作品',
  en: 'Nobody reviews a work they made or contributed to',
});
export const CallWorkNotRecognised = refusal('call_work.not_recognised', 409, {
  zh: '此征集采用的作品已进入资源目录，请在目录中下架；只有申报的认定可以撤销',
  en: 'What this call accepts is in the catalogue, and taken off there; only the recognition of an application is revoked',
});
export const CallWorkFileNotFound = refusal('call_work.file_not_found', 404, { zh: '作品没有此文件', en: 'The work has no such file' });
export const CallWorkFileOfWrongKind = refusal(
  'call_work.file_of_wrong_kind',
  422,
  { zh: '文件内容不是所征集的类别（{kinds}）', en: 'Its content is none of: {kinds}' },
  z.strictObject({ kinds: z.array(z.enum(workFileKinds)) }),
);
export const CallWorkFilesTooMany = refusal(
  'call_work.files_too_many',
  409,
  { zh: '每件作品至多 {most} 个文件', en: 'A work has at most {most} files' },
  z.strictObject({ most: z.int() }),
);
export const CallWorkOpinionsMissing = refusal(
  'call_work.opinions_missing',
  409,
  { zh: '需要 {needed} 位专家的评审意见，已有 {given} 位', en: 'It needs the opinions of {needed} experts and has {given}' },
  z.strictObject({ needed: z.int(), given: z.int() }),
);
