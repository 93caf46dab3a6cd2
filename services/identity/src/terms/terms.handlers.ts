import { identity, inBeijing, TermUnknown, type Call, type InputOf } from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { SettingTerms } from './setting-terms.js';
import { Term } from './term.entity.js';

@Controller()
export class TermHandlers {
  constructor(
    private readonly store: Store,
    private readonly setting: SettingTerms,
  ) {}

  @Handles(identity.setTerm)
  async setTerm(input: InputOf<typeof identity.setTerm>, call: Call) {
    return termView(await this.setting.set(input, call));
  }

  @Handles(identity.terms)
  terms({ schoolYear, kind, stage, on, ...paging }: InputOf<typeof identity.terms>, call: Call) {
    const where = allOf(
      schoolYear !== undefined && sql`t.school_year = ${schoolYear}`,
      kind !== undefined && sql`t.kind = ${kind}`,
      stage !== undefined && sql`(t.stage is null or t.stage = ${stage})`,
      on !== undefined && sql`t.since <= ${on} and t.until >= ${on}`,
    );
    const order = [
      { column: 'since', descending: true },
      { column: 'id', descending: true },
    ] as const;
    return this.store.page(Term, call, { where, order, ...paging }, termView);
  }

  @Handles(identity.term)
  async term({ termId }: InputOf<typeof identity.term>, call: Call) {
    return termView(await this.store.one(Term, termId, call, TermUnknown));
  }

  @Handles(identity.changeTerm)
  async changeTerm(input: InputOf<typeof identity.changeTerm>, call: Call) {
    return termView(await this.setting.change(input, call));
  }

  @Handles(identity.withdrawTerm)
  async withdrawTerm({ termId }: InputOf<typeof identity.withdrawTerm>, call: Call) {
    return termView(await this.setting.withdraw(termId, call));
  }
}

const termView = ({ createdAt, updatedAt, ...term }: Term) => ({
  ...term,
  createdAt: inBeijing(createdAt),
  updatedAt: inBeijing(updatedAt),
});
