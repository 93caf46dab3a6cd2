import { Controller, Inject } from '@nestjs/common';
import { DataSetNotFound, reporting, ValidationRuleNotFound, type Call, type InputOf } from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { DataSet } from '../collecting/data-set.entity.js';
import { Ruling } from './ruling.js';
import { Trial } from './trial.js';
import { ValidationRule } from './validation-rule.entity.js';
import { validationRuleView } from './validation-rule.view.js';

@Controller()
export class RulesHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Ruling) private readonly ruling: Ruling,
    @Inject(Trial) private readonly trial: Trial,
  ) {}

  @Handles(reporting.validationRules)
  async validationRules({ dataSetId, state, limit, cursor }: InputOf<typeof reporting.validationRules>, call: Call) {
    await this.store.one(DataSet, dataSetId, call, DataSetNotFound);
    const where = allOf(sql`t.data_set = ${dataSetId}`, state !== undefined && sql`t.state = ${state}`);
    return this.store.page(ValidationRule, call, { where, limit, cursor }, (rule) => validationRuleView(rule, call.caller));
  }

  @Handles(reporting.validationRule)
  async validationRule({ ruleId }: InputOf<typeof reporting.validationRule>, call: Call) {
    return validationRuleView(await this.store.one(ValidationRule, ruleId, call, ValidationRuleNotFound), call.caller);
  }

  @Handles(reporting.defineRule)
  async defineRule(input: InputOf<typeof reporting.defineRule>, call: Call) {
    return validationRuleView(await this.ruling.define(input, call), call.caller);
  }

  @Handles(reporting.changeRule)
  async changeRule(input: InputOf<typeof reporting.changeRule>, call: Call) {
    return validationRuleView(await this.ruling.change(input, call), call.caller);
  }

  @Handles(reporting.tryRule)
  async tryRule(input: InputOf<typeof reporting.tryRule>, call: Call) {
    return this.trial.of(input, call);
  }

  @Handles(reporting.switchOnRule)
  async switchOnRule(input: InputOf<typeof reporting.switchOnRule>, call: Call) {
    return validationRuleView(await this.ruling.switchOn(input, call), call.caller);
  }

  @Handles(reporting.switchOffRule)
  async switchOffRule(input: InputOf<typeof reporting.switchOffRule>, call: Call) {
    return validationRuleView(await this.ruling.switchOff(input, call), call.caller);
  }
}
