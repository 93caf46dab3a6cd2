import { z } from 'zod';
import { facts } from '../../machinery/event.js';
import { refusal } from '../../machinery/refusal.js';
import { Id, Instant, itemShape, text } from '../../shapes/shapes.js';
import { Grade } from '../../shapes/teaching.js';

const moved = {
  sent: z.int().describe('已发出份数 copies sent'),
  received: z.int().describe('实收完好份数 copies received in good order'),
  short: z.int().describe('短缺份数 copies missing or damaged'),
};

const sums = {
  schools: z.int().describe('已提交订单的学校数 schools that have submitted an order'),
  confirmed: z.int().describe('其中已确认 of these, confirmed'),
  copies: z.int().describe('份数 copies'),
  fen: z.int().describe('金额（分） amount in fen'),
  ...moved,
};

/** What a round adds up to 征订汇总: of an organisation and all below it, and one level down. */
export const OrderTotals = z
  .object({
    round: Id.describe('征订 round'),
    organisation: Id.describe('统计范围 organisation whose subtree is summed'),
    asOf: Instant.describe('截至 as of'),
    ...sums,
    complaints: z
      .object({ filed: z.int().describe('投诉数 filed'), answered: z.int().describe('已答复 of these, answered') })
      .describe('投诉 complaints'),
    titles: z
      .array(
        z.object({
          title: Id.describe('征订条目 title'),
          code: z.string().describe('出版编码 code it was published under'),
          name: z.string().describe('名称 name'),
          copies: z.int().describe('份数 copies'),
          fen: z.int().describe('金额（分） amount in fen'),
          grades: z
            .array(z.object({ grade: Grade, copies: z.int().describe('份数 copies'), fen: z.int().describe('金额（分） amount in fen') }))
            .describe('按年级 by grade'),
          ...moved,
        }),
      )
      .describe('按条目 by title'),
    units: z
      .array(z.object({ organisation: Id.describe('单位 organisation'), name: z.string().describe('单位名称 its name'), ...sums }))
      .describe('下一级各单位（含其下级） organisations one level below, each with what lies below it'),
  })
  .meta({ id: 'OrderTotals' });
export type OrderTotals = z.output<typeof OrderTotals>;

export const OrderPublicationInput = z.strictObject({
  note: text(500).describe('说明，如公布的缘由 note, for instance why it is published (again)'),
});

/** The totals of a round as they were published 公布: kept as they stood, whatever happens later. */
export const OrderPublication = z
  .object({
    ...itemShape,
    organisation: Id.describe('公布单位 authority that published'),
    round: Id.describe('征订 round'),
    roundName: z.string().describe('征订名称 name of the round'),
    nth: z.int().min(1).describe('第几次公布 which publication of the round it is'),
    note: z.string().describe('说明 note'),
    totals: OrderTotals.describe('汇总 totals'),
  })
  .meta({ id: 'OrderPublication' });
export type OrderPublication = z.output<typeof OrderPublication>;

export const OrderPublicationFact = OrderPublication.pick({ id: true, organisation: true, round: true, nth: true })
  .extend({ schools: sums.schools, copies: sums.copies, fen: sums.fen })
  .meta({ id: 'OrderPublicationFact' });
export type OrderPublicationFact = z.output<typeof OrderPublicationFact>;

export const orderPublicationFacts = facts('resources', 'order_publication', OrderPublicationFact, {
  published: '征订汇总已公布 Totals of a round were published',
  erased: '征订公布期满已清除 A publication was erased after it had been kept long enough',
});

export const OrderPublicationNotFound = refusal('order_publication.not_found', 404, {
  zh: '找不到该公布',
  en: 'There is no such publication',
});
