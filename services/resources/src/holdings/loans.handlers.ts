import { CLOCK, dayInBeijing, LoanNotFound, resources, type Call, type Clock, type InputOf } from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller, Inject } from '@nestjs/common';
import { loanView } from './holdings.view.js';
import { Lending } from './lending.js';
import { Loan } from './loan.entity.js';

@Controller()
export class LoansHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Lending) private readonly lending: Lending,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(resources.requestLoan)
  async requestLoan(input: InputOf<typeof resources.requestLoan>, call: Call) {
    return this.view(await this.lending.request(input, call), call);
  }

  @Handles(resources.loans)
  loans({ holding, borrower, status, overdue, ...paging }: InputOf<typeof resources.loans>, call: Call) {
    const where = allOf(
      holding !== undefined && sql`t.holding = ${holding}`,
      borrower !== undefined && sql`t.borrower = ${borrower}`,
      status !== undefined && sql`t.status = ${status}`,
      overdue !== undefined && sql`t.status = 'lent' and t.due < ${this.today}::date`,
    );
    return this.store.page(Loan, call, { where, ...paging }, (loan) => this.view(loan, call));
  }

  @Handles(resources.loan)
  async loan({ loanId }: InputOf<typeof resources.loan>, call: Call) {
    return this.view(await this.store.one(Loan, loanId, call, LoanNotFound), call);
  }

  @Handles(resources.agreeLoan)
  async agreeLoan(input: InputOf<typeof resources.agreeLoan>, call: Call) {
    return this.view(await this.lending.agree(input, call), call);
  }

  @Handles(resources.declineLoan)
  async declineLoan(input: InputOf<typeof resources.declineLoan>, call: Call) {
    return this.view(await this.lending.decline(input, call), call);
  }

  @Handles(resources.cancelLoan)
  async cancelLoan(input: InputOf<typeof resources.cancelLoan>, call: Call) {
    return this.view(await this.lending.cancel(input, call), call);
  }

  @Handles(resources.lendCopies)
  async lendCopies(input: InputOf<typeof resources.lendCopies>, call: Call) {
    return this.view(await this.lending.lend(input, call), call);
  }

  @Handles(resources.renewLoan)
  async renewLoan(input: InputOf<typeof resources.renewLoan>, call: Call) {
    return this.view(await this.lending.renew(input, call), call);
  }

  @Handles(resources.bringBackLoan)
  async bringBackLoan(input: InputOf<typeof resources.bringBackLoan>, call: Call) {
    return this.view(await this.lending.bringBack(input, call), call);
  }

  private view(loan: Loan, { caller }: Call) {
    return loanView(loan, this.today, caller);
  }

  private get today(): string {
    return dayInBeijing(this.clock.now());
  }
}
