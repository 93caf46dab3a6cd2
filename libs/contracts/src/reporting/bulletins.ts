import { z } from 'zod';
import { LifeCycle } from '../life-cycle.js';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { authorityReviewers } from '../roles.js';
import { PaperPart } from '../shapes/paper.js';
import { Day, Id, Instant, itemShape, moves, text } from '../shapes/shapes.js';
import { Explained } from './submissions.js';
import { collectors } from './who.js';

export const bulletinStates = ['draft', 'checked', 'signed', 'issued', 'replaced', 'withdrawn'] as const;
export type BulletinState = (typeof bulletinStates)[number];

export const bulletinMoves = ['revise', 'check', 'sendBack', 'sign', 'issue', 'correct', 'withdraw'] as const;
export type BulletinMove = (typeof bulletinMoves)[number];

/** Who checks a draft: never the one who wrote it. */
export const bulletinCheckers = ['centreHead', 'bureauLeader', ...authorityReviewers] as const;

/** 拟稿 → 核稿 → 签发 → 印发. What is issued is never changed: a correction is another bulletin, which takes its place when it is issued. */
export const bulletinLifeCycle = new LifeCycle<BulletinState, BulletinMove>({
  revise: { from: ['draft'], to: 'draft', by: collectors },
  check: { from: ['draft'], to: 'checked', by: bulletinCheckers },
  sendBack: { from: ['checked', 'signed'], to: 'draft', by: bulletinCheckers },
  sign: { from: ['checked'], to: 'signed', by: ['bureauLeader'] },
  issue: { from: ['signed'], to: 'issued', by: collectors },
  correct: { from: ['issued'], to: 'issued', by: collectors },
  withdraw: { from: ['issued'], to: 'withdrawn', by: ['bureauLeader'] },
});

export const bulletinTemplateCodes = ['teachingApps', 'quarter', 'patrol', 'activity', 'weekly', 'monthly'] as const;

/** What a kind of bulletin says, as data 通报模板. */
export const BulletinTemplate = z
  .object({
    code: z.enum(bulletinTemplateCodes).describe('模板代码 code'),
    name: z.string().describe('名称 name'),
    figures: z
      .enum(['period', 'given'])
      .describe('数据来源：填报期的汇总，或随拟稿给出 where its figures come from: a period’s roll-up, or given with the draft'),
    title: z.string().describe('标题，{authority} 等为占位 title with placeholders'),
    opening: z.string().describe('开头，{period}、{expected}、{approved}、{completeness} 为占位 opening with placeholders'),
    closing: z.string().describe('结尾 closing'),
  })
  .meta({ id: 'BulletinTemplate' });
export type BulletinTemplate = z.output<typeof BulletinTemplate>;

/** A table that is given with a draft: its figures come from elsewhere. */
export const BulletinTable = z
  .strictObject({
    columns: z
      .array(
        z.strictObject({ heading: text(40).describe('栏目 heading'), numeric: z.boolean().describe('是否数值 whether it holds numbers') }),
      )
      .min(1)
      .max(20)
      .describe('各栏 columns'),
    rows: z
      .array(z.array(z.union([text(200), z.number(), z.null()])).max(20))
      .min(1)
      .max(500)
      .describe('各行 rows'),
    source: text(200).describe('数据来源与口径 where the figures come from and what they count'),
  })
  .meta({ id: 'BulletinTable' });

const words = {
  title: text(120).describe('标题 title'),
  opening: text(4000).describe('开头 opening paragraphs'),
  closing: text(4000).describe('结尾 closing paragraphs'),
};

export const addresseesInput = z.array(Id).min(1).max(300).describe('主送单位 organisations it is addressed to');

export const bulletinWords = {
  title: words.title.optional(),
  opening: words.opening.optional(),
  closing: words.closing.optional(),
};

/** Where the figures of a bulletin come from, so that they can be found again. */
const Citation = z
  .object({
    period: Id.nullable().describe('填报期 period; null where the figures were given'),
    indicators: z.array(z.string()).describe('列出合计的指标 indicators whose sums are shown'),
    source: z.string().describe('口径 what the figures count'),
    asOf: Instant.describe('截至 as of'),
  })
  .meta({ id: 'BulletinCitation' });

const Addressee = z
  .object({
    organisation: Id.describe('主送单位 organisation'),
    name: z.string().describe('单位名称 name'),
    receivedAt: Instant.nullable().describe('签收时间，未签收为空 when it was received; null while it is not'),
  })
  .meta({ id: 'BulletinAddressee' });

/** 通报: figures told to those they are about, with a number, a signature and receipts. */
export const Bulletin = z
  .object({
    ...itemShape,
    organisation: Id.describe('发文单位 issuing authority'),
    template: z.enum(bulletinTemplateCodes).describe('模板 template'),
    status: z.enum(bulletinStates).describe('状态 state'),
    number: z.string().nullable().describe('文号，印发时编定 number, given when it is issued'),
    ...words,
    parts: z.array(PaperPart).describe('所引数据，拟稿后不再变 the figures it cites, as they were when it was drafted'),
    citation: Citation.describe('数据出处 where the figures come from'),
    objectionDays: z.int().describe('可提异议的天数 days within which it may be objected to'),
    objectionsUntil: Instant.nullable().describe('异议截止 until when it may be objected to; null before it is issued'),
    issuedOn: Day.nullable().describe('印发日期 day it was issued'),
    replaces: Id.nullable().describe('所更正的通报 the bulletin it corrects'),
    replacedBy: Id.nullable().describe('更正它的通报 the bulletin that took its place'),
    reason: z.string().nullable().describe('退稿、更正或撤回的原因 why it was sent back, corrected or withdrawn'),
    addressees: z.array(Addressee).describe('主送与签收 to whom it goes, and who has received it'),
    moves: moves(bulletinMoves),
    blocked: z
      .array(Explained.extend({ move: z.enum(bulletinMoves).describe('操作 move') }).meta({ id: 'BlockedBulletinMove' }))
      .describe('当前不可执行的操作及原因 moves the caller may not make now, and why'),
  })
  .meta({ id: 'Bulletin' });
export type Bulletin = z.output<typeof Bulletin>;

/** Without what somebody wrote, and without the figures: whoever may read them asks for the bulletin. */
export const BulletinFact = Bulletin.pick({
  id: true,
  organisation: true,
  template: true,
  status: true,
  number: true,
  issuedOn: true,
  objectionsUntil: true,
  replaces: true,
  replacedBy: true,
}).meta({ id: 'BulletinFact' });
export type BulletinFact = z.output<typeof BulletinFact>;

export const bulletinFacts = facts('reporting', 'bulletin', BulletinFact, {
  drafted: '通报已拟稿 A bulletin was drafted',
  revised: '通报稿已修改 The draft of a bulletin was revised',
  checked: '通报已核稿 A bulletin was checked',
  sentBack: '通报已退稿 A bulletin was sent back to its author',
  signed: '通报已签发 A bulletin was signed',
  issued: '通报已印发 A bulletin was issued',
  replaced: '通报已被更正件代替 A corrected bulletin took the place of another',
  withdrawn: '通报已撤回 A bulletin was withdrawn',
});

export const BulletinReceiptFact = z
  .object({
    id: Id.describe('标识 id'),
    organisation: Id.describe('主送单位 organisation it is addressed to'),
    bulletin: Id.describe('通报 bulletin'),
    received: z.boolean().describe('是否已签收 whether it has been received'),
  })
  .meta({ id: 'BulletinReceiptFact' });
export type BulletinReceiptFact = z.output<typeof BulletinReceiptFact>;

export const bulletinReceiptFacts = facts('reporting', 'bulletin_receipt', BulletinReceiptFact, {
  awaited: '通报待签收 A bulletin awaits its receipt',
  received: '通报已签收 A bulletin was received',
});

export const BulletinNotFound = refusal('bulletin.not_found', 404, { zh: '找不到该通报', en: 'There is no such bulletin' });
export const BulletinFiguresMissing = refusal(
  'bulletin.figures_missing',
  422,
  { zh: '该模板需要{needs}', en: 'This template needs {needs}' },
  z.strictObject({ needs: z.enum(['period', 'table']) }),
);
export const BulletinAddresseesUnknown = refusal(
  'bulletin.addressees_unknown',
  422,
  { zh: '主送单位须在发文单位之下，且未撤销', en: 'Addressees must lie below the issuing authority and must not have closed' },
  z.strictObject({ organisations: z.array(Id) }),
);
export const BulletinOwnDraft = refusal('bulletin.own_draft', 409, {
  zh: '核稿人不得为拟稿人',
  en: 'Whoever drafted a bulletin does not check it',
});
export const BulletinOtherAuthority = refusal('bulletin.other_authority', 409, {
  zh: '由发文单位自行办理',
  en: 'Only the issuing authority itself does this',
});
export const BulletinNotAddressed = refusal('bulletin.not_addressed', 409, {
  zh: '本单位不是主送单位',
  en: 'It is not addressed to this organisation',
});
export const BulletinUnderCorrection = refusal(
  'bulletin.under_correction',
  409,
  { zh: '已有更正稿', en: 'A correction of it is already being drafted' },
  z.strictObject({ bulletin: Id }),
);
export const BulletinObjectionsOver = refusal(
  'bulletin.objections_over',
  409,
  { zh: '现在不能提异议', en: 'It cannot be objected to now' },
  z.strictObject({ until: Instant.nullable() }),
);
