import {
  loanLifeCycle,
  type Caller,
  type Holding as HoldingView,
  type HoldingUse as HoldingUseView,
  type Loan as LoanView,
} from '@lianxue/contracts';
import { itemOf } from '../item.js';
import type { HoldingUse } from './holding-use.entity.js';
import type { Holding } from './holding.entity.js';
import type { Loan } from './loan.entity.js';

export const holdingView = (holding: Holding): HoldingView => ({
  ...holding.fact(),
  ...itemOf(holding),
  place: holding.place,
  available: holding.available,
});

export function useView(use: HoldingUse, today: string): HoldingUseView {
  const { takenBy, className, lesson } = use;
  return { ...use.fact(), ...itemOf(use), takenBy, className, lesson, overdue: use.isOverdue(today) };
}

/** The borrower cancels; everything else is for who lends. */
export function loanView(loan: Loan, today: string, caller: Caller): LoanView {
  const isBorrower = loan.borrower === caller.organisation;
  const moves = loanLifeCycle.movesFor(loan.status, caller).filter((move) => (move === 'cancel') === isBorrower);
  return { ...loan.fact(), ...itemOf(loan), note: loan.note, reason: loan.reason, overdue: loan.isOverdue(today), moves };
}
