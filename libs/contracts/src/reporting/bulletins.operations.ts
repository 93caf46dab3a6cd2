import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { paper } from '../shapes/paper.js';
import { creatable, Id, item, page, paging, text, value } from '../shapes/shapes.js';
import { BulletinObjection, BulletinObjectionAnswer, BulletinObjectionNotFound, bulletinObjectionStates } from './bulletin-objections.js';
import {
  addresseesInput,
  Bulletin,
  BulletinAddresseesUnknown,
  bulletinCheckers,
  BulletinFiguresMissing,
  BulletinNotAddressed,
  BulletinNotFound,
  BulletinObjectionsOver,
  BulletinOtherAuthority,
  BulletinOwnDraft,
  bulletinStates,
  BulletinTable,
  BulletinTemplate,
  bulletinTemplateCodes,
  BulletinUnderCorrection,
  bulletinWords,
} from './bulletins.js';
import { IndicatorCode } from './indicators.js';
import { PeriodNotFound } from './periods.js';
import { collectors, readers } from './who.js';

const bulletinId = z.object({ bulletinId: Id.describe('通报标识 id of the bulletin') });
const reason = text(500).describe('原因 why');

/** Who receives for an organisation, and objects. */
const addressed = ['schoolAdmin', 'responsiblePerson', 'bureauLeader', ...collectors] as const;

export const bulletinOperations = {
  bulletinTemplates: operation('get', '/bulletin-templates', {
    summary: '列出通报模板 List templates of bulletins',
    scope: 'reporting.read',
    permits: readers,
    returns: value(z.object({ items: z.array(BulletinTemplate).describe('模板 templates') }).meta({ id: 'BulletinTemplates' })),
  }),
  draftBulletin: operation('post', '/bulletins', {
    summary: '拟稿通报 Draft a bulletin',
    description:
      'From a period’s roll-up by county, or from a table that is given. The figures are kept as they are now, with their 口径 and day.',
    scope: 'reporting.write',
    permits: collectors,
    reach: 'handedDown',
    creates: true,
    body: z.strictObject({
      ...creatable,
      organisation: Id.describe('发文单位 issuing authority'),
      template: z.enum(bulletinTemplateCodes).describe('模板 template'),
      ...bulletinWords,
      addressees: addresseesInput,
      period: Id.optional().describe('引用其汇总的填报期 period whose roll-up it cites'),
      indicators: z.array(IndicatorCode).max(10).default([]).describe('列出合计的指标 indicators whose sums are shown'),
      table: BulletinTable.optional().describe('随拟稿给出的数据 figures that are given'),
      objectionDays: z.int().min(1).max(60).default(5).describe('可提异议的天数 days within which it may be objected to'),
    }),
    returns: item(Bulletin),
    fails: [BulletinFiguresMissing, BulletinAddresseesUnknown, PeriodNotFound],
  }),
  bulletins: operation('get', '/bulletins', {
    summary: '列出通报 List bulletins',
    description: 'Those of the acting organisation and below, and those addressed to it.',
    scope: 'reporting.read',
    permits: readers,
    reach: 'assigned',
    query: z.object({ ...paging, status: z.enum(bulletinStates).optional().describe('只列该状态的 only those in this state') }),
    returns: page(Bulletin),
  }),
  bulletin: operation('get', '/bulletins/:bulletinId', {
    summary: '读取通报 Read a bulletin',
    scope: 'reporting.read',
    permits: readers,
    reach: 'assigned',
    params: bulletinId,
    returns: item(Bulletin),
    fails: [BulletinNotFound],
  }),
  bulletinPaper: operation('get', '/bulletins/:bulletinId/paper', {
    summary: '打印通报 Print a bulletin',
    description: 'JSON, or by `Accept` a page, PDF, an editable Word file or Excel.',
    scope: 'reporting.read',
    permits: readers,
    reach: 'assigned',
    params: bulletinId,
    returns: paper(),
    fails: [BulletinNotFound],
  }),
  reviseBulletin: operation('patch', '/bulletins/:bulletinId', {
    summary: '修改通报稿 Revise the draft of a bulletin',
    description: 'Its words and addressees; the figures stay as they were cited.',
    scope: 'reporting.write',
    permits: collectors,
    guarded: true,
    params: bulletinId,
    body: z
      .strictObject({ ...bulletinWords, addressees: addresseesInput.optional() })
      .refine((change) => Object.keys(change).length > 0, 'change.empty'),
    returns: item(Bulletin),
    fails: [BulletinNotFound, BulletinAddresseesUnknown],
  }),
  checkBulletin: operation('post', '/bulletins/:bulletinId/check', {
    summary: '核稿通报 Check a bulletin',
    description: 'By another person than the one who drafted it.',
    scope: 'reporting.write',
    permits: bulletinCheckers,
    params: bulletinId,
    returns: item(Bulletin),
    fails: [BulletinNotFound, BulletinOwnDraft, BulletinOtherAuthority],
  }),
  sendBackBulletin: operation('post', '/bulletins/:bulletinId/send-back', {
    summary: '退稿通报 Send a bulletin back to its author',
    scope: 'reporting.write',
    permits: bulletinCheckers,
    params: bulletinId,
    body: z.strictObject({ reason }),
    returns: item(Bulletin),
    fails: [BulletinNotFound, BulletinOtherAuthority],
  }),
  signBulletin: operation('post', '/bulletins/:bulletinId/sign', {
    summary: '签发通报 Sign a bulletin',
    scope: 'reporting.write',
    permits: ['bureauLeader'],
    params: bulletinId,
    returns: item(Bulletin),
    fails: [BulletinNotFound, BulletinOtherAuthority],
  }),
  issueBulletin: operation('post', '/bulletins/:bulletinId/issue', {
    summary: '印发通报 Issue a bulletin',
    description: 'It gets its number, one after the other in each year of the authority, and reaches its addressees.',
    scope: 'reporting.write',
    permits: collectors,
    params: bulletinId,
    body: z.strictObject({ prefix: text(20).describe('机关代字，如 抚教通报 what stands before the year') }),
    returns: item(Bulletin),
    fails: [BulletinNotFound, BulletinOtherAuthority],
  }),
  correctBulletin: operation('post', '/bulletins/:bulletinId/correct', {
    summary: '更正通报 Correct a bulletin',
    description: 'By a new draft that names it; when that is issued, it takes the place of the old one, which stays readable.',
    scope: 'reporting.write',
    permits: collectors,
    reach: 'handedDown',
    creates: true,
    params: bulletinId,
    body: z.strictObject({
      ...creatable,
      reason,
      table: BulletinTable.optional().describe('改正后的数据 the corrected figures, where they were given'),
    }),
    returns: item(Bulletin),
    fails: [BulletinNotFound, BulletinOtherAuthority, BulletinUnderCorrection, BulletinFiguresMissing],
  }),
  withdrawBulletin: operation('post', '/bulletins/:bulletinId/withdraw', {
    summary: '撤回通报 Withdraw a bulletin',
    description: 'It stays readable, marked as withdrawn.',
    scope: 'reporting.write',
    permits: ['bureauLeader'],
    params: bulletinId,
    body: z.strictObject({ reason }),
    returns: item(Bulletin),
    fails: [BulletinNotFound, BulletinOtherAuthority],
  }),
  receiveBulletin: operation('post', '/bulletins/:bulletinId/receive', {
    summary: '签收通报 Receive a bulletin',
    scope: 'reporting.write',
    permits: addressed,
    reach: 'assigned',
    params: bulletinId,
    returns: item(Bulletin),
    fails: [BulletinNotFound, BulletinNotAddressed],
  }),
  objectToBulletin: operation('post', '/bulletins/:bulletinId/objections', {
    summary: '对通报提出异议 File an objection to a bulletin',
    scope: 'reporting.write',
    permits: addressed,
    reach: 'assigned',
    creates: true,
    params: bulletinId,
    body: z.strictObject({ ...creatable, grounds: text(2000).describe('理由 grounds') }),
    returns: item(BulletinObjection),
    fails: [BulletinNotFound, BulletinNotAddressed, BulletinObjectionsOver],
  }),
  bulletinObjections: operation('get', '/bulletin-objections', {
    summary: '列出对通报的异议 List objections to bulletins',
    scope: 'reporting.read',
    permits: readers,
    reach: 'assigned',
    query: z.object({
      ...paging,
      bulletin: Id.optional().describe('只列对该通报的 only those to this bulletin'),
      status: z.enum(bulletinObjectionStates).optional().describe('只列该状态的 only those in this state'),
    }),
    returns: page(BulletinObjection),
  }),
  answerBulletinObjection: operation('post', '/bulletin-objections/:objectionId/answer', {
    summary: '答复对通报的异议 Answer an objection to a bulletin',
    scope: 'reporting.write',
    permits: bulletinCheckers,
    params: z.object({ objectionId: Id.describe('异议标识 id of the objection') }),
    body: BulletinObjectionAnswer,
    returns: item(BulletinObjection),
    fails: [BulletinObjectionNotFound, BulletinOtherAuthority],
  }),
};
