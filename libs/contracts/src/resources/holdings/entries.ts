import { z } from 'zod';
import { Day, Id, Instant, text } from '../../shapes/shapes.js';
import { Copies } from './holdings.js';

/** What can happen to copies. Only these change how many there are and how many are out. */
export const holdingEntryKinds = ['entered', 'received', 'writtenOff', 'taken', 'broughtBack', 'lost'] as const;
export type HoldingEntryKind = (typeof holdingEntryKinds)[number];

export const receiptSources = ['bought', 'given', 'transferred', 'found', 'other'] as const;
export const writeOffReasons = ['worn', 'damaged', 'outdated', 'missing', 'other'] as const;

const note = text(500).optional().describe('说明 note');

export const HoldingReceiptInput = z.strictObject({
  copies: Copies.describe('入库册（件）数 copies that come'),
  because: z.enum(receiptSources).describe('来源：购置、捐赠、调入、盘盈、其他 bought, given, transferred, found, other'),
  note,
});

export const HoldingWriteOffInput = z.strictObject({
  copies: Copies.describe('核销册（件）数 copies that go'),
  because: z.enum(writeOffReasons).describe('原因：磨损、损坏、内容过时、盘亏、其他 worn, damaged, outdated, missing, other'),
  note,
});

/** A line of the ledger of a holding 馆藏流水: written once, never changed. */
export const HoldingEntry = z
  .object({
    id: Id.describe('标识 id'),
    kind: z
      .enum(holdingEntryKinds)
      .describe('种类：登记、入库、核销、离架、归还、遗失 entered, received, written off, taken out, brought back, lost'),
    copies: z.int().describe('册（件）数 copies'),
    copiesAfter: z.int().describe('此后的册（件）数 copies it has afterwards'),
    outAfter: z.int().describe('此后的离架册数 copies that are out afterwards'),
    because: z
      .enum([...receiptSources, ...writeOffReasons, 'order'])
      .nullable()
      .describe('来源或原因；order 为征订配送 source or reason; `order`: an order’s delivery'),
    note: z.string().nullable().describe('说明 note'),
    cause: Id.nullable().describe('所依的配送、领用或借阅 delivery, use or loan that caused it'),
    at: Instant.describe('时间 when'),
  })
  .meta({ id: 'HoldingEntry' });
export type HoldingEntry = z.output<typeof HoldingEntry>;

export const BroughtBackInput = z
  .strictObject({
    returned: z.int().min(0).max(1_000_000).describe('归还册（件）数 copies that are back'),
    lost: z.int().min(0).max(1_000_000).default(0).describe('遗失或损毁、不再归还的册（件）数 copies that will not come back'),
    note,
  })
  .refine(({ returned, lost }) => returned + lost > 0, { path: ['returned'], message: 'copies.none' });

const sums = {
  titles: z.int().describe('馆藏种数 titles held'),
  copies: z.int().describe('册（件）数 copies'),
  out: z.int().describe('现离架册数 copies that are out now'),
  received: z.int().describe('期间登记与入库册数 copies entered or received in these days'),
  writtenOff: z.int().describe('期间核销册数 copies written off'),
  lost: z.int().describe('期间遗失册数 copies lost'),
  uses: z.int().describe('期间领用次数 times copies were taken out for lessons'),
  periods: z.int().describe('期间领用的课时 periods taught with them'),
  classes: z.int().describe('期间使用的班级数 classes that used any'),
  used: z.int().describe('期间领用或借出过的馆藏种数 titles that were used or lent at least once'),
  lent: z.int().describe('期间借出册数 copies lent to others'),
  overdue: z.int().describe('现逾期未还的领用与借阅 uses and loans that are overdue now'),
};

/** What is held and how much it is used 馆藏使用效率: of an organisation and all below it, and one level down. */
export const HoldingTotals = z
  .object({
    organisation: Id.describe('统计范围 organisation whose subtree is summed'),
    from: Day.describe('起 first day'),
    until: Day.describe('止 last day'),
    ...sums,
    units: z
      .array(z.object({ organisation: Id.describe('单位 organisation'), name: z.string().describe('单位名称 its name'), ...sums }))
      .describe('下一级各单位（含其下级） organisations one level below, each with what lies below it'),
  })
  .meta({ id: 'HoldingTotals' });
export type HoldingTotals = z.output<typeof HoldingTotals>;
