import { Controller, Inject } from '@nestjs/common';
import { resources, type Call, type InputOf } from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Appealing } from './appealing.js';
import { Counting } from './counting.js';
import { appealView, CreditAppealEntity } from './credit-appeal.entity.js';

@Controller()
export class CreditsHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Counting) private readonly counting: Counting,
    @Inject(Appealing) private readonly appealing: Appealing,
  ) {}

  @Handles(resources.contributionCredits)
  contributionCredits(input: InputOf<typeof resources.contributionCredits>, call: Call) {
    return this.counting.page(input, call);
  }

  @Handles(resources.contributionTotals)
  contributionTotals(input: InputOf<typeof resources.contributionTotals>, call: Call) {
    return this.counting.totals(input, call);
  }

  @Handles(resources.appealCredit)
  async appealCredit(input: InputOf<typeof resources.appealCredit>, call: Call) {
    return appealView(await this.appealing.file(input, call), call.caller);
  }

  @Handles(resources.creditAppeals)
  creditAppeals({ status, limit, cursor }: InputOf<typeof resources.creditAppeals>, call: Call) {
    const { caller } = call;
    const ownOnly = caller.role === 'teacher' || caller.role === 'homeroomTeacher';
    const where = allOf(status !== undefined && sql`t.status = ${status}`, ownOnly && sql`t.filed_by = ${caller.subject}::uuid`);
    return this.store.page(CreditAppealEntity, call, { where, limit, cursor }, (appeal) => appealView(appeal, caller));
  }

  @Handles(resources.decideAppeal)
  async decideAppeal(input: InputOf<typeof resources.decideAppeal>, call: Call) {
    return appealView(await this.appealing.decide(input, call), call.caller);
  }
}
