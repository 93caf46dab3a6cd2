import { z } from 'zod';
import { LifeCycle } from '../../life-cycle.js';
import { facts } from '../../machinery/event.js';
import { refusal } from '../../machinery/refusal.js';
import { creatable, Day, Id, itemShape, moves, text } from '../../shapes/shapes.js';
import { Copies } from './holdings.js';
import { holdingKeepers } from './who.js';

export const loanStates = ['requested', 'agreed', 'declined', 'cancelled', 'lent', 'returned', 'lost'] as const;
export type LoanState = (typeof loanStates)[number];
export const loanMoves = ['agree', 'decline', 'cancel', 'lend', 'renew', 'bringBack'] as const;
export type LoanMove = (typeof loanMoves)[number];

/** 申请 → 同意（留借） → 借出 → 归还 or 遗失; copies are kept for the borrower from the moment it is agreed. */
export const loanLifeCycle = new LifeCycle<LoanState, LoanMove>({
  agree: { from: ['requested'], to: 'agreed', by: holdingKeepers },
  decline: { from: ['requested', 'agreed'], to: 'declined', by: holdingKeepers },
  cancel: { from: ['requested', 'agreed'], to: 'cancelled', by: holdingKeepers },
  lend: { from: ['agreed'], to: 'lent', by: holdingKeepers },
  renew: { from: ['lent'], to: 'lent', by: holdingKeepers },
  bringBack: { from: ['lent'], to: 'returned', by: holdingKeepers },
});

export const LoanInput = z.strictObject({
  ...creatable,
  copies: Copies.describe('借几册 copies'),
  note: text(500).optional().describe('用途或希望的时间 what it is for, or when'),
});

/** What one school or authority borrows of another's holding 借阅. */
export const Loan = z
  .object({
    ...itemShape,
    organisation: Id.describe('借出单位 organisation that lends'),
    borrower: Id.describe('借入单位 organisation that borrows'),
    holding: Id.describe('馆藏 holding'),
    copies: z.int().describe('册（件）数 copies'),
    note: z.string().nullable().describe('借入单位的说明 what the borrower said'),
    days: z.int().describe('借期天数 days for which it is lent'),
    status: z.enum(loanStates).describe('状态 state'),
    lentOn: Day.nullable().describe('借出日期 day it was lent'),
    due: Day.nullable().describe('应还日期 day by which it is back'),
    returned: z.int().describe('已还册（件）数 copies that are back'),
    lost: z.int().describe('遗失册（件）数 copies that were lost'),
    overdue: z.boolean().describe('是否逾期 whether it is overdue'),
    reason: z.string().nullable().describe('不借的理由 why it was declined'),
    moves: moves(loanMoves),
  })
  .meta({ id: 'Loan' });
export type Loan = z.output<typeof Loan>;

/** Without the words somebody wrote. */
export const LoanFact = Loan.omit({
  version: true,
  createdAt: true,
  updatedAt: true,
  note: true,
  reason: true,
  overdue: true,
  moves: true,
}).meta({ id: 'LoanFact' });
export type LoanFact = z.output<typeof LoanFact>;

export const loanFacts = facts('resources', 'loan', LoanFact, {
  requested: '借阅已申请 A loan was requested',
  agreed: '借阅已同意 A loan was agreed',
  declined: '借阅未获同意 A loan was declined',
  cancelled: '借阅已取消 A loan was cancelled',
  lent: '已借出 Copies were lent',
  renewed: '已续借 A loan was renewed',
  brought: '借出的已归还或遗失 Lent copies were brought back or lost',
  overdue: '借阅逾期未还 A loan is overdue',
});

export const LoanNotFound = refusal('loan.not_found', 404, { zh: '找不到该借阅', en: 'There is no such loan' });
export const LoanNotOffered = refusal('loan.not_offered', 409, { zh: '该馆藏未共享', en: 'This holding is not shared' });
export const LoanOwn = refusal('loan.own', 409, { zh: '不能向本单位借阅', en: 'Nobody borrows what they hold themselves' });
export const LoanOverLimit = refusal(
  'loan.over_limit',
  409,
  { zh: '每单位同时最多借 {most} 册，已占 {has} 册', en: 'One borrower has at most {most} copies at a time, and has {has}' },
  z.strictObject({ most: z.int(), has: z.int() }),
);
export const LoanShareUsed = refusal(
  'loan.share_used',
  409,
  { zh: '共享 {copies} 册，已借出或留借 {has} 册', en: '{copies} copies are shared, of which {has} are lent or kept' },
  z.strictObject({ copies: z.int(), has: z.int() }),
);
export const LoanOverdueBefore = refusal(
  'loan.overdue_before',
  409,
  { zh: '借入单位有 {count} 笔借阅逾期未还，归还后方可再借', en: 'The borrower has {count} overdue loans; these come back first' },
  z.strictObject({ count: z.int() }),
);
export const LoanNotYours = refusal('loan.not_yours', 409, {
  zh: '只有借入单位可以取消',
  en: 'Only the borrower cancels it',
});
export const LoanDueUnfit = refusal(
  'loan.due_unfit',
  422,
  { zh: '应还日期须晚于 {after}', en: 'It is due later than {after}' },
  z.strictObject({ after: Day }),
);
