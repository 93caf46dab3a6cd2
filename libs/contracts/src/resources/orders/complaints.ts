import { z } from 'zod';
import { LifeCycle } from '../../life-cycle.js';
import { facts } from '../../machinery/event.js';
import { refusal } from '../../machinery/refusal.js';
import { creatable, Id, Instant, itemShape, moves, text } from '../../shapes/shapes.js';
import { orderKeepers } from './who.js';

export const complaintSubjects = ['forced', 'price', 'quality', 'delivery', 'other'] as const;
export const complaintStates = ['filed', 'upheld', 'dismissed'] as const;
export type ComplaintState = (typeof complaintStates)[number];
export const complaintMoves = ['uphold', 'dismiss'] as const;

export const complaintLifeCycle = new LifeCycle<ComplaintState, (typeof complaintMoves)[number]>({
  uphold: { from: ['filed'], to: 'upheld', by: orderKeepers },
  dismiss: { from: ['filed'], to: 'dismissed', by: orderKeepers },
});

export const OrderComplaintInput = z.strictObject({
  ...creatable,
  school: Id.describe('所投诉的学校 school it is about'),
  about: z
    .enum(complaintSubjects)
    .describe('事由：强制征订、价格、质量、配送、其他 what about: made to order, price, quality, delivery, other'),
  words: text(2000).describe('投诉内容 what is complained of'),
});

export const OrderComplaintAnswer = z.strictObject({
  decision: z.enum(complaintMoves).describe('成立或不成立 whether it is upheld'),
  answer: text(2000).describe('答复 answer'),
});

/** What somebody complains of in a round 投诉. The authority above the school reads and answers it; the school does not meet it. */
export const OrderComplaint = z
  .object({
    ...itemShape,
    organisation: Id.describe('受理单位 authority that answers it'),
    round: Id.describe('征订 round'),
    school: Id.describe('所投诉的学校 school it is about'),
    about: z.enum(complaintSubjects).describe('事由 what about'),
    words: z.string().describe('投诉内容 what is complained of'),
    complainant: Id.describe('投诉人的人员标识 person id of who filed it'),
    status: z.enum(complaintStates).describe('状态 state'),
    answer: z.string().nullable().describe('答复 answer'),
    answeredAt: Instant.nullable().describe('答复时间 when it was answered'),
    moves: moves(complaintMoves),
  })
  .meta({ id: 'OrderComplaint' });
export type OrderComplaint = z.output<typeof OrderComplaint>;

/** That there is a complaint; not whose, nor its words. */
export const OrderComplaintFact = OrderComplaint.pick({
  id: true,
  organisation: true,
  round: true,
  school: true,
  about: true,
  status: true,
}).meta({ id: 'OrderComplaintFact' });
export type OrderComplaintFact = z.output<typeof OrderComplaintFact>;

export const orderComplaintFacts = facts('resources', 'order_complaint', OrderComplaintFact, {
  filed: '征订投诉已提出 A complaint about ordering was filed',
  upheld: '征订投诉成立 A complaint about ordering was upheld',
  dismissed: '征订投诉不成立 A complaint about ordering was dismissed',
  erased: '征订投诉期满已清除 A complaint was erased after it had been kept long enough',
});

export const OrderComplaintNotFound = refusal('order_complaint.not_found', 404, { zh: '找不到该投诉', en: 'There is no such complaint' });
export const OrderComplaintUnanswerable = refusal('order_complaint.nobody_answers', 409, {
  zh: '该组织没有上级主管部门受理投诉',
  en: 'There is no authority above this organisation to answer it',
});
