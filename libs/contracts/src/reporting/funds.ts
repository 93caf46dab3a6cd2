import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Day, Id, Instant, itemShape, text } from '../shapes/shapes.js';
import { IndicatorCode } from './indicators.js';

/** Money in 分, so that it adds up exactly. */
const Fen = z.int().min(1).max(10_000_000_000_000);
const Sum = z.int();

export const fundKinds = ['special', 'development'] as const;
export const fundEntryKinds = ['budget', 'allocation', 'spending'] as const;

const fundShape = {
  code: IndicatorCode.describe('代码 code, unique within the authority'),
  name: text(120).describe('名称 name'),
  kind: z.enum(fundKinds).describe('种类：专项资金、发展基金 kind: special funds, or a development fund'),
  year: z.int().min(2000).max(2100).describe('年度 year'),
  overdraft: z.boolean().default(false).describe('是否允许超支 whether balances may be negative; not unless said'),
};

export const FundInput = z.strictObject({
  id: Id.optional().describe('调用方自定标识 caller-made UUIDv7, optional'),
  organisation: Id.describe('管理单位 authority that keeps it'),
  ...fundShape,
});

/** 专项资金、发展基金: a ledger of what was budgeted, allocated and spent. Its sums are those of its entries. */
export const Fund = z
  .object({ ...itemShape, organisation: Id.describe('管理单位 authority that keeps it'), ...fundShape })
  .meta({ id: 'Fund' });
export type Fund = z.output<typeof Fund>;
export const FundFact = Fund.omit({ createdAt: true, updatedAt: true, version: true }).meta({ id: 'FundFact' });
export type FundFact = z.output<typeof FundFact>;
export const fundFacts = facts('reporting', 'fund', FundFact, { opened: '资金台账已建立 A fund was opened' });

const entryShape = {
  kind: z.enum(fundEntryKinds).describe('记账种类：预算、下达、支出 kind: budgeted to the fund, allocated to an organisation, spent by it'),
  organisation: Id.describe(
    '单位：预算为管理单位，下达与支出为用款单位 organisation: the keeper for a budget, else the one that uses the money',
  ),
  fen: Fen.describe('金额（分） amount in fen'),
  day: Day.describe('记账日期 day'),
  evidence: text(80).describe('凭证或文号 number of the voucher or document'),
  purpose: text(500).describe('用途 what for'),
};

export const FundEntryInput = z.strictObject({ id: Id.optional().describe('调用方自定标识 caller-made UUIDv7, optional'), ...entryShape });

/** A line of the ledger 记账. It never changes: what was wrong is reversed by another line. */
export const FundEntry = z
  .object({
    ...itemShape,
    fund: Id.describe('资金 fund'),
    ...entryShape,
    fen: Sum.describe('金额（分），冲销为负 amount in fen; negative when it reverses another'),
    reverses: Id.nullable().describe('所冲销的记账 line it reverses'),
  })
  .meta({ id: 'FundEntry' });
export type FundEntry = z.output<typeof FundEntry>;
export const FundEntryFact = FundEntry.omit({ createdAt: true, updatedAt: true, version: true, purpose: true }).meta({
  id: 'FundEntryFact',
});
export type FundEntryFact = z.output<typeof FundEntryFact>;
export const fundEntryFacts = facts('reporting', 'fund_entry', FundEntryFact, {
  entered: '已记账 A line was entered',
  reversed: '记账已冲销 A line was reversed by another',
});

export const PublicFundsInput = z.strictObject({
  organisation: Id.describe('单位 organisation'),
  year: fundShape.year,
  fen: Fen.describe('公用经费（分） public funds of the year, in fen'),
});

/** 公用经费 of one organisation and year: what the share for informatization is measured by. */
export const PublicFunds = z.object({ ...itemShape, ...PublicFundsInput.shape }).meta({ id: 'PublicFunds' });
export type PublicFunds = z.output<typeof PublicFunds>;
export const PublicFundsFact = PublicFunds.omit({ createdAt: true, updatedAt: true, version: true }).meta({ id: 'PublicFundsFact' });
export type PublicFundsFact = z.output<typeof PublicFundsFact>;
export const publicFundsFacts = facts('reporting', 'public_funds', PublicFundsFact, { stated: '公用经费已登记 Public funds were stated' });

const totals = {
  budget: Sum.describe('预算（分） budgeted'),
  allocated: Sum.describe('下达（分） allocated'),
  spent: Sum.describe('支出（分） spent'),
  publicFunds: Sum.nullable().describe('公用经费（分），未登记为空 public funds stated; null when none are'),
  share: z.string().nullable().describe('信息化支出占公用经费（%），两位小数 spent as per cent of public funds'),
  reached: z.boolean().nullable().describe('是否达到 10% whether that is at least ten per cent, judged exactly'),
};
export const FundTotals = z
  .object({
    organisation: Id.describe('统计范围 organisation whose subtree is summed'),
    year: z.int().describe('年度 year'),
    asOf: Instant.describe('截至 as of'),
    ...totals,
    units: z
      .array(z.object({ organisation: Id.describe('单位 organisation'), name: z.string().describe('单位名称 its name'), ...totals }))
      .describe('下一级各单位（含其下级） organisations one level below, each with what lies below it'),
  })
  .meta({ id: 'FundTotals' });
export type FundTotals = z.output<typeof FundTotals>;

export const FundNotFound = refusal('fund.not_found', 404, { zh: '找不到该资金', en: 'There is no such fund' });
export const FundCodeTaken = refusal('fund.code_taken', 409, {
  zh: '本单位该年度已有此代码的资金',
  en: 'This authority already has a fund of this code and year',
});
export const FundEntryNotFound = refusal('fund_entry.not_found', 404, { zh: '找不到该记账', en: 'There is no such line' });
export const FundEntryReversed = refusal('fund_entry.reversed', 409, {
  zh: '该记账已冲销，或本身是冲销',
  en: 'This line is reversed, or reverses another',
});
export const FundNotKeeper = refusal('fund.not_keeper', 409, {
  zh: '预算与下达由管理单位记账',
  en: 'Budgets and allocations are entered by who keeps the fund',
});
export const FundOutside = refusal('fund.outside', 409, {
  zh: '该单位不在资金的使用范围内',
  en: 'This organisation is none the fund is for',
});
export const FundOverdrawn = refusal(
  'fund.overdrawn',
  409,
  { zh: '余额不足，还差 {fen} 分', en: 'The balance does not allow it; {fen} fen are lacking' },
  z.strictObject({ fen: z.int() }),
);
