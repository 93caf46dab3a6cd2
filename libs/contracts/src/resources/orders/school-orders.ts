import { z } from 'zod';
import { LifeCycle } from '../../life-cycle.js';
import { facts } from '../../machinery/event.js';
import { refusal } from '../../machinery/refusal.js';
import { creatable, Id, Instant, itemShape, moves, text } from '../../shapes/shapes.js';
import { Grade } from '../../shapes/teaching.js';
import { orderKeepers } from './who.js';

export const schoolOrderStates = ['draft', 'submitted', 'returned', 'confirmed'] as const;
export type SchoolOrderState = (typeof schoolOrderStates)[number];
export const schoolOrderMoves = ['fill', 'submit', 'return', 'confirm', 'adjust'] as const;

/** 拟订 → 提交 → (退回 → 提交)* → 确认; what is adjusted 补订、退订 within the window is confirmed again. */
export const schoolOrderLifeCycle = new LifeCycle<SchoolOrderState, (typeof schoolOrderMoves)[number]>({
  fill: { from: ['draft', 'returned'], to: 'draft', by: ['schoolAdmin'] },
  submit: { from: ['draft', 'returned'], to: 'submitted', by: ['schoolAdmin'] },
  return: { from: ['submitted'], to: 'returned', by: orderKeepers },
  confirm: { from: ['submitted'], to: 'confirmed', by: orderKeepers },
  adjust: { from: ['submitted', 'confirmed'], to: 'submitted', by: ['schoolAdmin'] },
});

const line = {
  schoolClass: Id.describe('班级标识 id of the class'),
  className: text(60).describe('班级名称 name of the class'),
  grade: Grade,
  title: Id.describe('征订条目 title'),
  pupils: z.int().min(1).max(500).describe('班级学生数 pupils of the class'),
  volunteers: z.int().min(0).max(500).describe('自愿订购的学生数 pupils who order it of their own will'),
};
const copies = z.int().max(5000);

export const OrderLine = z.strictObject({ ...line, copies: copies.min(1).describe('份数 copies') }).meta({ id: 'OrderLine' });
export type OrderLine = z.output<typeof OrderLine>;
const OrderLines = z.array(OrderLine).min(1).max(600).describe('按班级与条目的订数 copies by class and title');

const AdjustedLine = z
  .strictObject({ ...line, copies: copies.min(0).describe('改为多少份，0 为全部退订 copies from now on; 0 withdraws them all') })
  .meta({ id: 'AdjustedLine' });

export const SchoolOrderInput = z.strictObject({
  ...creatable,
  organisation: Id.describe('学校 school that orders'),
  lines: OrderLines,
});
export const SchoolOrderLines = z.strictObject({ lines: OrderLines });
export const SchoolOrderAdjustment = z.strictObject({
  reason: text(500).describe('补订或退订的原因 why'),
  lines: z.array(AdjustedLine).min(1).max(200).describe('有变动的班级与条目 what changes, by class and title'),
});
export const VoluntaryStatement = z.strictObject({
  voluntary: z
    .literal(true)
    .describe('声明：学生自愿订购，未强制、未统一代购 statement that pupils order of their own will and that nobody was made to'),
});

const sums = {
  copies: z.int().describe('份数 copies'),
  fen: z.int().describe('金额（分） amount in fen'),
};

/** What one school orders in one round 学校订单, by class and title. */
export const SchoolOrder = z
  .object({
    ...itemShape,
    organisation: Id.describe('学校 school that orders'),
    round: Id.describe('征订 round'),
    status: z.enum(schoolOrderStates).describe('状态 state'),
    lines: z.array(OrderLine).describe('按班级与条目的订数 copies by class and title'),
    ...sums,
    submittedAt: Instant.nullable().describe('最近提交时间 when it was last submitted'),
    reason: z.string().nullable().describe('退回理由 why it was returned'),
    moves: moves(schoolOrderMoves),
  })
  .meta({ id: 'SchoolOrder' });
export type SchoolOrder = z.output<typeof SchoolOrder>;

export const SchoolOrderFact = SchoolOrder.pick({ id: true, organisation: true, round: true, status: true, copies: true, fen: true })
  .extend({ classes: z.int().describe('班级数 classes that order') })
  .meta({ id: 'SchoolOrderFact' });
export type SchoolOrderFact = z.output<typeof SchoolOrderFact>;

export const schoolOrderFacts = facts('resources', 'school_order', SchoolOrderFact, {
  placed: '学校订单已拟订 A school drafted its order',
  filled: '学校订单已修改 A school changed its draft order',
  submitted: '学校订单已提交 A school submitted its order',
  adjusted: '学校已补订或退订 A school supplemented or withdrew from its order',
  returned: '学校订单已退回 A school’s order was returned',
  confirmed: '学校订单已确认 A school’s order was confirmed',
  erased: '学校订单期满已清除 A school’s order was erased after it had been kept long enough',
});

export const entryKinds = ['order', 'supplement', 'withdrawal'] as const;

/** A line of the ledger of orders 订单流水: written once, never changed; what is ordered is the sum of its entries. */
export const OrderEntry = z
  .object({
    id: Id.describe('标识 id'),
    kind: z.enum(entryKinds).describe('订购、补订、退订 first ordered, supplemented, withdrawn'),
    schoolClass: Id.describe('班级标识 id of the class'),
    grade: Grade,
    title: Id.describe('征订条目 title'),
    copies: z.int().describe('份数，退订为负 copies; negative when withdrawn'),
    fen: z.int().describe('单价（分） price of one copy, in fen'),
    reason: z.string().nullable().describe('原因 why'),
    at: Instant.describe('时间 when'),
  })
  .meta({ id: 'OrderEntry' });
export type OrderEntry = z.output<typeof OrderEntry>;

const lineRules = ['repeated', 'title', 'grade', 'class', 'volunteers', 'copies', 'amount'] as const;
export type LineRule = (typeof lineRules)[number];

export const SchoolOrderNotFound = refusal('school_order.not_found', 404, { zh: '找不到该订单', en: 'There is no such order' });
export const SchoolOrderPlaced = refusal('school_order.placed', 409, {
  zh: '该校在本次征订中已有订单',
  en: 'This school already has an order in this round',
});
export const SchoolOrderNoSchool = refusal('school_order.no_school', 409, {
  zh: '订单由学校提出，且学校须在征订范围内',
  en: 'Orders are a school’s, of those the round is for',
});
export const SchoolOrderOwn = refusal('school_order.own', 409, {
  zh: '提交的人不能确认',
  en: 'Nobody confirms an order they submitted',
});
export const SchoolOrderUnchanged = refusal('school_order.unchanged', 409, {
  zh: '与现有订数相同',
  en: 'These are the copies it has already',
});
export const SchoolOrderBrokenRules = refusal(
  'school_order.broken_rules',
  422,
  { zh: '订单不符合征订规则', en: 'Some lines break the rules of the round' },
  z.strictObject({
    faults: z.array(z.strictObject({ schoolClass: Id, title: Id, rule: z.enum(lineRules), most: z.int().nullable() })),
  }),
);
