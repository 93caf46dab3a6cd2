import { z } from 'zod';
import { MoveNotAllowed } from '../../life-cycle.js';
import { operation } from '../../machinery/operation.js';
import { Day, Id, item, page, paging, text } from '../../shapes/shapes.js';
import { HoldingBroughtTooMany } from './holding-uses.js';
import { HoldingNotFound, HoldingTooFew } from './holdings.js';
import {
  Loan,
  LoanDueUnfit,
  LoanInput,
  LoanNotFound,
  LoanNotOffered,
  LoanNotYours,
  LoanOverdueBefore,
  LoanOverLimit,
  LoanOwn,
  LoanShareUsed,
  loanStates,
} from './loans.js';
import { BroughtBackInput } from './entries.js';
import { holdingKeepers, holdingReaders } from './who.js';

const loanId = z.object({ loanId: Id.describe('借阅标识 id of the loan') });
const keep = { scope: 'resources.write', permits: holdingKeepers, params: loanId, returns: item(Loan) } as const;

/** 图书资源共享: requested, agreed, lent, and back. */
export const loanOperations = {
  requestLoan: operation('post', '/holdings/:holdingId/loans', {
    scope: 'resources.write',
    permits: holdingKeepers,
    summary: '申请借阅 Request a loan',
    description: 'By the acting organisation, of what another shares with it. A borrower with overdue loans is refused.',
    reach: 'handedDown',
    creates: true,
    params: z.object({ holdingId: Id.describe('馆藏标识 id of the holding') }),
    body: LoanInput,
    returns: item(Loan),
    fails: [HoldingNotFound, LoanNotOffered, LoanOwn, LoanOverLimit, LoanOverdueBefore],
  }),
  loans: operation('get', '/loans', {
    scope: 'resources.read',
    permits: holdingReaders,
    summary: '列出借阅 List loans',
    description: 'Those of holdings of the acting organisation and below, and those it has borrowed itself.',
    reach: 'assigned',
    query: z.object({
      ...paging,
      holding: Id.optional().describe('只列该馆藏的 only those of this holding'),
      borrower: Id.optional().describe('只列借给该单位的 only those to this borrower'),
      status: z.enum(loanStates).optional().describe('只列该状态的 only those in this state'),
      overdue: z.enum(['true']).optional().describe('只列逾期的 only those that are overdue'),
    }),
    returns: page(Loan),
  }),
  loan: operation('get', '/loans/:loanId', {
    scope: 'resources.read',
    permits: holdingReaders,
    summary: '读取借阅 Read a loan',
    reach: 'assigned',
    params: loanId,
    returns: item(Loan),
    fails: [LoanNotFound],
  }),
  agreeLoan: operation('post', '/loans/:loanId/agree', {
    ...keep,
    summary: '同意借阅 Agree to a loan',
    description: 'From then on the copies are kept for the borrower: of two requests for the last copy one is agreed.',
    fails: [LoanNotFound, LoanNotOffered, LoanShareUsed, LoanOverLimit, LoanOverdueBefore, HoldingTooFew, MoveNotAllowed],
  }),
  declineLoan: operation('post', '/loans/:loanId/decline', {
    ...keep,
    summary: '不同意借阅 Decline a loan',
    description: 'Also what was agreed and not lent yet; the copies are there again.',
    body: z.strictObject({ reason: text(500).describe('理由 reason') }),
    fails: [LoanNotFound, MoveNotAllowed],
  }),
  cancelLoan: operation('post', '/loans/:loanId/cancel', {
    ...keep,
    summary: '取消借阅 Cancel a loan',
    description: 'By the borrower, until it is lent.',
    reach: 'assigned',
    fails: [LoanNotFound, LoanNotYours, MoveNotAllowed],
  }),
  lendCopies: operation('post', '/loans/:loanId/lend', {
    ...keep,
    summary: '借出 Lend the copies of a loan',
    description: 'What was agreed is handed over; it is due after the days of the terms.',
    fails: [LoanNotFound, MoveNotAllowed],
  }),
  renewLoan: operation('post', '/loans/:loanId/renew', {
    ...keep,
    summary: '续借 Renew a loan',
    description: 'By who lends; overdue ones too.',
    body: z.strictObject({ due: Day.describe('新的应还日期 day by which it is back from now on') }),
    fails: [LoanNotFound, LoanDueUnfit, MoveNotAllowed],
  }),
  bringBackLoan: operation('post', '/loans/:loanId/return', {
    ...keep,
    summary: '收回借出的册（件） Take back what was lent',
    description: 'By who lends, some or all of it. What is lost leaves the holding.',
    body: BroughtBackInput,
    fails: [LoanNotFound, HoldingBroughtTooMany, MoveNotAllowed],
  }),
};
