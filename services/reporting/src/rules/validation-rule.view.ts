import { ruleLifeCycle, ruleMoves, type Caller, type ValidationRule as ValidationRuleView } from '@lianxue/contracts';
import { itemOf } from '../collecting/collecting.view.js';
import type { ValidationRule } from './validation-rule.entity.js';

/** A rule as its reader sees it; its own authority is told what it can be switched to. */
export const validationRuleView = (rule: ValidationRule, { organisation }: Caller): ValidationRuleView => ({
  ...rule.fact(),
  ...itemOf(rule),
  moves: organisation === rule.organisation ? ruleMoves.filter((move) => ruleLifeCycle.table[move].from.includes(rule.state)) : [],
});
