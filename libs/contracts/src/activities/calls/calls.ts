import { z } from 'zod';
import { LifeCycle } from '../../life-cycle.js';
import { facts } from '../../machinery/event.js';
import { refusal } from '../../machinery/refusal.js';
import { schoolStaff } from '../../roles.js';
import { ResourceType } from '../../resources/content.js';
import { Id, Instant, InstantInput, itemShape, moves, text } from '../../shapes/shapes.js';
import { organisers } from '../settings.js';

/** Who makes works and owes tasks: at schools, and researchers. */
export const callWorkers = [...schoolStaff, 'subjectResearcher'] as const;
/** Who decides on works for the authority that called for them. */
export const callReviewers = ['resourceReviewer', ...organisers] as const;
export const callReaders = [...new Set([...callWorkers, ...callReviewers, 'bureauLeader', 'expert', 'app'] as const)];

/** Kinds of file a call may ask for; told by the content, never by the name. */
export const workFileKinds = ['mp4', 'webm', 'mp3', 'pdf', 'docx', 'pptx', 'xlsx', 'jpeg', 'png'] as const;
export type WorkFileKind = (typeof workFileKinds)[number];

/** All of a call that an administrator may choose, but for its dates. */
const rules = {
  name: text(120).describe('征集名称 name'),
  nameEn: text(200).optional().describe('英文名 English name'),
  description: text(4000).optional().describe('征集说明 description'),
  resourceType: ResourceType.describe('作品类型，入库后即资源类型 type of resource that a work becomes'),
  catalogued: z
    .boolean()
    .default(true)
    .describe(
      '采用的作品是否汇入资源库；否则所征为申报，采用即认定 whether accepted works enter the catalogue; else works are applications, and one that is accepted is recognised',
    ),
  openToAll: z.boolean().default(false).describe('是否可自由应征，否则凭任务 whether works may come without a task'),
  plan: z.boolean().default(false).describe('是否先报拍摄计划、再登记拍摄 whether each task has a shooting plan and is shot first'),
  target: z.int().min(1).max(1_000_000).optional().describe('目标件数 how many works are wanted'),
  experts: z.int().min(0).max(9).default(0).describe('每件作品的评审专家数 experts whose opinion each work needs'),
  files: z.int().min(0).max(20).default(10).describe('每件作品至多文件数 most files of a work'),
  fileKinds: z
    .array(z.enum(workFileKinds))
    .min(1)
    .max(workFileKinds.length)
    .default(['mp4', 'pdf', 'docx', 'pptx'])
    .describe('文件类别 kinds of file that are taken'),
  keywords: z.array(text(60)).max(10).default([]).describe('入库时加上的关键词，如专题 keywords that its works carry in the catalogue'),
  remindDays: z
    .int()
    .min(0)
    .max(30)
    .default(3)
    .describe('截止前几日提醒，0 为不提醒 days before the due time at which a reminder is sent; 0: none'),
};

const coherent = ({ opens, closes }: { opens: string; closes: string }, context: z.RefinementCtx): void => {
  if (Date.parse(opens) >= Date.parse(closes)) context.addIssue({ code: 'custom', path: ['closes'], message: 'window.empty' });
};

export const CallSettings = z
  .strictObject({
    ...rules,
    opens: InstantInput.describe('开始 opens'),
    closes: InstantInput.describe('截止 until when works are handed in'),
  })
  .superRefine(coherent)
  .meta({ id: 'CallSettings' });
export type CallSettings = z.output<typeof CallSettings>;

/** A shipped configuration under its own name, to begin a new call from; everything in it may be changed. */
export const CallTemplate = z
  .object({
    code: z.string().describe('模板代码 code of the template'),
    rules: z.strictObject(rules).describe('征集规则 rules, to which dates are added'),
  })
  .meta({ id: 'CallTemplate' });
export type CallTemplate = z.output<typeof CallTemplate>;

export const callStates = ['draft', 'open', 'closed'] as const;
export type CallState = (typeof callStates)[number];
export const callMoves = ['change', 'open', 'extend', 'close'] as const;

/** 筹备 → 开放 → 结束: settings are fixed once works may come; only the time may grow. */
export const callLifeCycle = new LifeCycle<CallState, (typeof callMoves)[number]>({
  change: { from: ['draft'], to: 'draft', by: organisers },
  open: { from: ['draft'], to: 'open', by: organisers },
  extend: { from: ['open'], to: 'open', by: organisers },
  close: { from: ['open'], to: 'closed', by: organisers },
});

/** 征集: an authority calls for works that enter the catalogue of resources once they are accepted, or for applications that it recognises. */
export const CallForWorks = z
  .object({
    ...itemShape,
    organisation: Id.describe('征集单位 authority that calls'),
    ...rules,
    opens: Instant.describe('开始 opens'),
    closes: Instant.describe('截止 until when works are handed in'),
    status: z.enum(callStates).describe('状态 state'),
    moves: moves(callMoves),
  })
  .meta({ id: 'CallForWorks' });
export type CallForWorks = z.output<typeof CallForWorks>;

export const CallFact = CallForWorks.omit({ createdAt: true, updatedAt: true, version: true, moves: true, description: true }).meta({
  id: 'CallFact',
});
export type CallFact = z.output<typeof CallFact>;

export const callFacts = facts('activities', 'call', CallFact, {
  prepared: '征集已筹备 A call was prepared',
  changed: '征集设置已修改 The settings of a call were changed',
  opened: '征集已开放 A call was opened',
  extended: '征集已延长 A call was extended',
  closed: '征集已结束 A call was closed',
});

const counts = {
  tasks: z.int().describe('任务数 tasks'),
  owed: z.int().describe('应交件数 works owed by tasks'),
  planned: z.int().describe('已报拍摄计划的任务数 tasks with a shooting plan'),
  shot: z.int().describe('已拍摄的任务数 tasks that were shot'),
  submitted: z.int().describe('待审核作品数 works that wait for review'),
  returned: z.int().describe('已退回修改作品数 works that were returned'),
  accepted: z.int().describe('已采用作品数 works that were accepted'),
  rejected: z.int().describe('不予采用作品数 works that were rejected'),
  overdue: z.int().describe('逾期任务数 overdue tasks'),
};

/** How far a call has come 征集进度, by the organisations directly below. */
export const CallBoard = z
  .object({
    call: Id.describe('征集 call'),
    organisation: Id.describe('范围：该组织及其下级 scope: this organisation and what lies below it'),
    asOf: Instant.describe('截至 as of'),
    target: z.int().nullable().describe('目标件数 how many works are wanted'),
    lines: z
      .array(
        z.object({
          organisation: Id.describe('单位 organisation, with all that lies below it'),
          name: z.string().describe('单位名称 its name'),
          ...counts,
        }),
      )
      .describe('分单位，只列有任务或作品的 by organisation, those with tasks or works'),
    total: z.object(counts).describe('总计 total'),
  })
  .meta({ id: 'CallBoard' });
export type CallBoard = z.output<typeof CallBoard>;

export const CallNotFound = refusal('call.not_found', 404, { zh: '找不到该征集', en: 'There is no such call' });
export const CallNotRunning = refusal('call.not_running', 409, { zh: '征集尚未开放或已经结束', en: 'The call is not open' });
export const CallNotYetOpen = refusal(
  'call.not_yet_open',
  409,
  { zh: '征集 {opens} 开始', en: 'The call opens at {opens}' },
  z.strictObject({ opens: z.string() }),
);
export const CallOver = refusal(
  'call.over',
  409,
  { zh: '征集已于 {closed} 截止', en: 'The call closed at {closed}' },
  z.strictObject({ closed: z.string() }),
);
export const CallNotLater = refusal(
  'call.not_later',
  422,
  { zh: '只能延长到 {closes} 之后', en: 'It can only be extended beyond {closes}' },
  z.strictObject({ closes: z.string() }),
);
export const CallOtherAuthority = refusal('call.other_authority', 409, {
  zh: '只有征集单位可以执行此操作',
  en: 'Only the authority that called may do this',
});
export const CallNothingOverdue = refusal('call.nothing_overdue', 409, { zh: '没有逾期的任务', en: 'No task is overdue' });
