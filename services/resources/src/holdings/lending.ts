import { isDeepStrictEqual } from 'node:util';
import {
  actingOrganisation,
  assertThat,
  CLOCK,
  dayInBeijing,
  HoldingNotFound,
  LoanDueUnfit,
  loanFacts,
  loanLifeCycle,
  LoanNotFound,
  LoanNotYours,
  LoanOwn,
  type Call,
  type Clock,
  type InputOf,
  type resources,
} from '@lianxue/contracts';
import { newId, Store, type FactOf, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { bringBack } from './bringing-back.js';
import { Holding } from './holding.entity.js';
import { heldOf, move } from './ledger.js';
import { Loan } from './loan.entity.js';
import { holdToOffer, holdToShare } from './loan-rules.js';

const dayMs = 24 * 3600_000;

/** 图书资源共享: who holds a title lends it to who asks, copy by copy no more than there are. */
@Injectable()
export class Lending {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  request({ holdingId, id = newId(), copies, note }: InputOf<typeof resources.requestLoan>, call: Call): Promise<Loan> {
    const borrower = actingOrganisation(call.caller);
    return this.store.commit(call, async (work) => {
      const holding = await work.target(Holding, holdingId, HoldingNotFound);
      const { organisation } = holding;
      assertThat(organisation !== borrower, LoanOwn);
      const wanted = Object.assign(new Loan(), { id, organisation, borrower, holding: holding.id, copies, note: note ?? null });
      const { days } = await holdToOffer(wanted, holding, { waiting: true, today: this.today }, work);
      wanted.days = days;
      const said = ({ borrower: by, holding: of, copies: count, note: words }: Loan) => ({ by, of, count, words });
      const kept = await work.insert(wanted, loanFacts.requested, (existing) => isDeepStrictEqual(said(existing), said(wanted)));
      if (kept === wanted) await work.assign(wanted, { organisation: borrower });
      return kept;
    });
  }

  /** The holding stays locked until the commit ends: of two requests for the last copy one is agreed. */
  agree({ loanId }: InputOf<typeof resources.agreeLoan>, call: Call): Promise<Loan> {
    return this.decide(loanId, loanFacts.agreed, call, async (loan, work) => {
      loan.make('agree');
      const holding = await heldOf(loan, work);
      const offer = await holdToOffer(loan, holding, { waiting: false, today: this.today }, work);
      await holdToShare(loan, offer, work);
      await move(holding, [{ kind: 'taken', copies: loan.copies, cause: loan.id }], this.clock.now(), work);
    });
  }

  decline({ loanId, reason }: InputOf<typeof resources.declineLoan>, call: Call): Promise<Loan> {
    return this.decide(loanId, loanFacts.declined, call, async (loan, work) => {
      await this.letGo(loan, 'decline', work);
      loan.reason = reason;
    });
  }

  cancel({ loanId }: InputOf<typeof resources.cancelLoan>, call: Call): Promise<Loan> {
    return this.decide(loanId, loanFacts.cancelled, call, async (loan, work) => {
      assertThat(loan.borrower === call.caller.organisation, LoanNotYours);
      await this.letGo(loan, 'cancel', work);
    });
  }

  lend({ loanId }: InputOf<typeof resources.lendCopies>, call: Call): Promise<Loan> {
    return this.decide(loanId, loanFacts.lent, call, (loan) => {
      loan.make('lend');
      loan.lentOn = this.today;
      loan.due = new Date(Date.parse(this.today) + loan.days * dayMs).toISOString().slice(0, 10);
    });
  }

  renew({ loanId, due }: InputOf<typeof resources.renewLoan>, call: Call): Promise<Loan> {
    return this.decide(loanId, loanFacts.renewed, call, (loan) => {
      loan.make('renew');
      const after = loan.due! > this.today ? loan.due! : this.today;
      assertThat(due > after, LoanDueUnfit, { after });
      Object.assign(loan, { due, told: false });
    });
  }

  bringBack({ loanId, ...brought }: InputOf<typeof resources.bringBackLoan>, call: Call): Promise<Loan> {
    return this.decide(loanId, loanFacts.brought, call, (loan, work) => {
      loanLifeCycle.after(loan.status, 'bringBack');
      return bringBack(loan, brought, this.clock.now(), work);
    });
  }

  private decide(id: string, happened: FactOf<Loan>, call: Call, rule: (loan: Loan, work: Work) => unknown): Promise<Loan> {
    return this.store.commit(call, async (work) => {
      const loan = await work.target(Loan, id, LoanNotFound);
      await rule(loan, work);
      return work.update(loan, happened);
    });
  }

  /** It will not be lent; what was kept for the borrower is there again. */
  private async letGo(loan: Loan, how: 'decline' | 'cancel', work: Work): Promise<void> {
    const isKept = loan.status === 'agreed';
    loan.make(how);
    if (isKept)
      await move(await heldOf(loan, work), [{ kind: 'broughtBack', copies: loan.copies, cause: loan.id }], this.clock.now(), work);
  }

  private get today(): string {
    return dayInBeijing(this.clock.now());
  }
}
