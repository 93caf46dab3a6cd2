import { z } from 'zod';
import { facts } from '../../machinery/event.js';
import { refusal } from '../../machinery/refusal.js';
import { creatable, Day, Id, Instant, itemShape, text } from '../../shapes/shapes.js';

const Copies = z.int().min(1).max(1_000_000);

const unrepeated = (lines: readonly { readonly title: string }[]) => new Set(lines.map(({ title }) => title)).size === lines.length;

export const OrderDeliveryInput = z.strictObject({
  ...creatable,
  number: text(60).describe('配送单号 number of the delivery note'),
  day: Day.describe('发出日期 day it was sent'),
  lines: z
    .array(z.strictObject({ title: Id.describe('征订条目 title'), copies: Copies.describe('发出份数 copies sent') }))
    .min(1)
    .max(100)
    .refine(unrepeated, 'title.repeated')
    .describe('发出的条目 what was sent'),
});

export const OrderReceiptInput = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        title: Id.describe('征订条目 title'),
        received: z.int().min(0).max(1_000_000).describe('实收完好份数 copies received in good order'),
        damaged: z.int().min(0).max(1_000_000).default(0).describe('破损份数 copies received damaged'),
      }),
    )
    .min(1)
    .max(100)
    .refine(unrepeated, 'title.repeated')
    .describe('逐条清点 every title that was sent, counted'),
  note: text(500).optional().describe('说明 note'),
});

const DeliveryLine = z
  .object({
    title: Id.describe('征订条目 title'),
    copies: z.int().describe('发出份数 copies sent'),
    received: z.int().nullable().describe('实收完好份数 copies received in good order; null until counted'),
    damaged: z.int().nullable().describe('破损份数 copies received damaged; null until counted'),
  })
  .meta({ id: 'OrderDeliveryLine' });
export type DeliveryLine = z.output<typeof DeliveryLine>;

/** What was sent to one school for its order 配送, and what of it arrived. */
export const OrderDelivery = z
  .object({
    ...itemShape,
    organisation: Id.describe('学校 school it was sent to'),
    round: Id.describe('征订 round'),
    order: Id.describe('订单 order'),
    number: z.string().describe('配送单号 number of the delivery note'),
    day: Day.describe('发出日期 day it was sent'),
    status: z.enum(['sent', 'received']).describe('已发出、已签收 sent, or received'),
    lines: z.array(DeliveryLine).describe('条目 titles'),
    short: z.int().nullable().describe('短缺份数：未到加破损 copies missing or damaged; null until counted'),
    receivedAt: Instant.nullable().describe('签收时间 when it was received'),
    note: z.string().nullable().describe('签收说明 what the receiver noted'),
  })
  .meta({ id: 'OrderDelivery' });
export type OrderDelivery = z.output<typeof OrderDelivery>;

export const OrderDeliveryFact = OrderDelivery.omit({ version: true, createdAt: true, updatedAt: true, note: true }).meta({
  id: 'OrderDeliveryFact',
});
export type OrderDeliveryFact = z.output<typeof OrderDeliveryFact>;

export const orderDeliveryFacts = facts('resources', 'order_delivery', OrderDeliveryFact, {
  sent: '征订教材已发出 Copies were sent to a school',
  received: '学校已签收 A school received copies',
  erased: '配送记录期满已清除 A delivery was erased after it had been kept long enough',
});

export const OrderDeliveryNotFound = refusal('order_delivery.not_found', 404, { zh: '找不到该配送', en: 'There is no such delivery' });
export const OrderNotConfirmed = refusal('order_delivery.not_confirmed', 409, {
  zh: '订单确认后方可配送',
  en: 'Only a confirmed order is delivered',
});
export const OrderDeliveryTooMuch = refusal(
  'order_delivery.too_much',
  409,
  { zh: '超出该条目尚需配送的份数（{left}）', en: 'More than is still to be delivered of a title ({left})' },
  z.strictObject({ titleId: Id, left: z.int() }),
);
export const OrderDeliveryReceived = refusal('order_delivery.received', 409, {
  zh: '该配送已签收',
  en: 'This delivery has been received already',
});
export const OrderDeliveryMiscounted = refusal(
  'order_delivery.miscounted',
  422,
  { zh: '请清点每一个发出的条目，且不超过发出份数', en: 'Count every title that was sent, none above what was sent' },
  z.strictObject({ titles: z.array(Id) }),
);
