import { z } from 'zod';
import { facts } from '../../machinery/event.js';
import { refusal } from '../../machinery/refusal.js';
import { creatable, Id, Instant, InstantInput, itemShape, text } from '../../shapes/shapes.js';
import { Grade } from '../../shapes/teaching.js';
import { PriceFen } from './titles.js';

export const roundStates = ['coming', 'open', 'closed'] as const;

const rules = {
  per: z.enum(['pupil', 'class']).describe('按学生自愿订购，或按班配备 ordered by pupils of their own will, or one set for a class'),
  most: z.int().min(1).max(100).describe('每名学生（或每班）最多几份 most copies for a pupil, or for a class'),
};

const settings = {
  name: text(120).describe('名称 name'),
  schoolYear: z.int().min(2000).max(2100).describe('学年起始年 year in which the school year begins'),
  term: z.enum(['autumn', 'spring']).describe('学期 term'),
  mostFen: PriceFen.nullable()
    .default(null)
    .describe('每名学生订购金额上限（分），空为不限 most that a pupil’s copies may cost, in fen; null for no limit'),
};

export const OrderRoundInput = z
  .strictObject({
    ...creatable,
    ...settings,
    opens: InstantInput.describe('征订开始 when ordering opens'),
    closes: InstantInput.describe('征订截止 when ordering closes'),
    titles: z
      .array(
        z.strictObject({
          title: Id.describe('征订条目 title'),
          per: rules.per.default('pupil').describe(rules.per.description!),
          most: rules.most.default(1).describe(rules.most.description!),
        }),
      )
      .min(1)
      .max(100)
      .describe('本次征订的条目 titles that can be ordered'),
  })
  .superRefine(({ opens, closes, titles }, context) => {
    if (Date.parse(closes) <= Date.parse(opens)) context.addIssue({ code: 'custom', path: ['closes'], message: 'range.empty' });
    const ids = titles.map(({ title }) => title.toLowerCase());
    ids.forEach((id, index) => {
      if (ids.indexOf(id) < index) context.addIssue({ code: 'custom', path: ['titles', index, 'title'], message: 'title.repeated' });
    });
  });

/** A title as a round offers it: name, code and price as they stood when the round was announced. */
export const OfferedTitle = z
  .object({
    title: Id.describe('征订条目 title'),
    code: z.string().describe('出版编码 code it was published under'),
    name: z.string().describe('名称 name'),
    fen: z.int().describe('单价（分），以征订发布时为准 price in fen, as it was when the round was announced'),
    grades: z.array(Grade).describe('适用年级 grades it is for'),
    ...rules,
  })
  .meta({ id: 'OfferedTitle' });
export type OfferedTitle = z.output<typeof OfferedTitle>;

/** A round of ordering 征订批次: what can be ordered, from when until when, and by which rules. */
export const OrderRound = z
  .object({
    ...itemShape,
    organisation: Id.describe('发布征订的主管部门 authority that announced it'),
    ...settings,
    mostFen: z.int().nullable().describe('每名学生订购金额上限（分） most that a pupil’s copies may cost, in fen'),
    opens: Instant.describe('征订开始 when ordering opens'),
    closes: Instant.describe('征订截止 when ordering closes'),
    state: z.enum(roundStates).describe('未开始、征订中、已截止 not open yet, open, closed'),
    publications: z.int().min(0).describe('已公布次数 how often its totals have been published'),
    titles: z.array(OfferedTitle).describe('本次征订的条目 titles that can be ordered'),
  })
  .meta({ id: 'OrderRound' });
export type OrderRound = z.output<typeof OrderRound>;

export const OrderRoundFact = OrderRound.omit({ version: true, createdAt: true, updatedAt: true, titles: true, state: true }).meta({
  id: 'OrderRoundFact',
});
export type OrderRoundFact = z.output<typeof OrderRoundFact>;

export const orderRoundFacts = facts('resources', 'order_round', OrderRoundFact, {
  announced: '征订已发布 A round of ordering was announced',
  moved: '征订截止时间已调整 The end of a round of ordering was moved',
  published: '征订汇总已公布 The totals of a round were published',
  erased: '征订资料期满已清除 A round was erased after it had been kept long enough',
});

export const OrderRoundNotFound = refusal('order_round.not_found', 404, { zh: '找不到该征订', en: 'There is no such round of ordering' });
export const OrderTitleNotVetted = refusal(
  'order_round.not_vetted',
  409,
  { zh: '{count} 个条目未通过审查或不在目录中', en: '{count} titles are not vetted, or not in a catalogue you order from' },
  z.strictObject({ count: z.int(), titles: z.array(Id) }),
);
export const OrderRoundNotOpen = refusal(
  'order_round.not_open',
  409,
  { zh: '征订时间为 {opens} 至 {closes}', en: 'Ordering is open from {opens} to {closes}' },
  z.strictObject({ opens: Instant, closes: Instant }),
);
export const OrderRoundRunning = refusal(
  'order_round.running',
  409,
  { zh: '征订于 {closes} 截止，其后方可进行', en: 'Ordering runs until {closes}; only then is this possible' },
  z.strictObject({ closes: Instant }),
);
export const OrderRoundPast = refusal('order_round.past', 422, {
  zh: '截止时间须晚于现在和征订开始时间',
  en: 'It closes at a time that is still to come, after it has opened',
});
export const OrderRoundSettled = refusal('order_round.settled', 409, {
  zh: '已开始配送或已公布，不能再调整',
  en: 'Deliveries have begun or totals were published; its end cannot be moved',
});
export const OrderRoundNotKeeper = refusal('order_round.not_keeper', 409, {
  zh: '由发布征订的主管部门办理',
  en: 'Only the authority that announced the round may do this',
});
export const OrderRoundUnconfirmed = refusal(
  'order_round.unconfirmed',
  409,
  { zh: '还有 {count} 份订单未确认', en: '{count} orders wait to be confirmed' },
  z.strictObject({ count: z.int() }),
);
export const OrderRoundKept = refusal(
  'order_round.kept',
  409,
  { zh: '征订资料保存三年，{until} 之后方可清除', en: 'It is kept for three years and cannot be erased before {until}' },
  z.strictObject({ until: Instant }),
);
