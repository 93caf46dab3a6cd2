import { CLOCK, dayInBeijing, holdingUseFacts, loanFacts, ownCallOf, resources, type Clock } from '@lianxue/contracts';
import { Rounds, sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { HoldingUse } from './holding-use.entity.js';
import { Loan } from './loan.entity.js';

const everyMs = 60_000;

/** What one transaction tells, which may last two seconds. */
const batch = 200;

/** What is not back by its day is told once 逾期. */
@Injectable()
export class FallingDue extends Rounds {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super(everyMs);
  }

  protected override async round(): Promise<void> {
    const today = dayInBeijing(this.clock.now());
    await this.inBatches(batch, () => this.tellUses(today));
    await this.inBatches(batch, () => this.tellLoans(today));
  }

  private tellUses(today: string): Promise<number> {
    return this.store.commit(ownCallOf(resources.bringBackUse), async (work) => {
      const uses = await work.all(HoldingUse, sql`t.status = 'out' and t.due < ${today}::date and not t.told`, batch);
      for (const use of uses) use.told = true;
      await work.updateAll(uses, holdingUseFacts.overdue);
      return uses.length;
    });
  }

  private tellLoans(today: string): Promise<number> {
    return this.store.commit(ownCallOf(resources.bringBackLoan), async (work) => {
      const loans = await work.all(Loan, sql`t.status = 'lent' and t.due < ${today}::date and not t.told`, batch);
      for (const loan of loans) loan.told = true;
      await work.updateAll(loans, loanFacts.overdue);
      return loans.length;
    });
  }
}
