import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  DataSetNotFound,
  InputInvalid,
  isNumeric,
  refuse,
  ValidationRuleCodeTaken,
  validationRuleFacts,
  ValidationRuleNotFound,
  ValidationRuleOn,
  type Call,
  type Indicator,
  type InputOf,
  type reporting,
  type RuleCondition,
} from '@lianxue/contracts';
import { newId, Store, violates, type Work } from '@lianxue/persistence';
import { DataSet } from '../collecting/data-set.entity.js';
import { demandsOf } from './demands.js';
import { told } from './issue-check.js';
import { ValidationRule } from './validation-rule.entity.js';

/** An authority says what it demands of what is reported below it, and from when. */
@Injectable()
export class Ruling {
  constructor(@Inject(Store) private readonly store: Store) {}

  async define(
    { id = newId(), dataSetId, validFrom, validUntil, ...content }: InputOf<typeof reporting.defineRule>,
    call: Call,
  ): Promise<ValidationRule> {
    const dataSet = await this.store.one(DataSet, dataSetId, call, DataSetNotFound);
    return this.store.commit(call, async (work) => {
      await work.within(content.organisation);
      const rule = Object.assign(new ValidationRule(), content, {
        id,
        dataSet: dataSet.id,
        validFrom: validFrom ?? null,
        validUntil: validUntil ?? null,
      });
      await this.hold(rule, call, work);
      const same = (existing: ValidationRule) => isDeepStrictEqual(contentOf(existing), contentOf(rule));
      return work.insert(rule, validationRuleFacts.defined, same).catch((error: unknown) => {
        throw violates(error, 'validation_rule_code') ? refuse(ValidationRuleCodeTaken, { taken: content.code }) : error;
      });
    });
  }

  change({ ruleId, ...changes }: InputOf<typeof reporting.changeRule>, call: Call): Promise<ValidationRule> {
    return this.store.commit(call, async (work) => {
      const rule = await work.target(ValidationRule, ruleId, ValidationRuleNotFound);
      if (rule.state === 'on') throw refuse(ValidationRuleOn);
      const given = Object.entries(changes).filter(([, value]) => value !== undefined);
      Object.assign(rule, Object.fromEntries(given));
      await this.hold(rule, call, work);
      return work.update(rule, validationRuleFacts.changed);
    });
  }

  /** The form may have changed since the rule was defined: it is read anew. */
  switchOn({ ruleId }: InputOf<typeof reporting.switchOnRule>, call: Call): Promise<ValidationRule> {
    return this.store.commit(call, async (work) => {
      const rule = await work.target(ValidationRule, ruleId, ValidationRuleNotFound);
      rule.make('switchOn');
      await this.hold(rule, call, work);
      return work.update(rule, validationRuleFacts.switched_on);
    });
  }

  switchOff({ ruleId }: InputOf<typeof reporting.switchOffRule>, call: Call): Promise<ValidationRule> {
    return this.store.commit(call, async (work) => {
      const rule = await work.target(ValidationRule, ruleId, ValidationRuleNotFound);
      rule.make('switchOff');
      return work.update(rule, validationRuleFacts.switched_off);
    });
  }

  /** Refuses a rule that could not be computed on the form now in force. */
  private async hold({ dataSet, condition, validFrom, validUntil }: ValidationRule, { language }: Call, work: Work): Promise<void> {
    const [form] = await work.query<{ indicators: Indicator[] }>(
      'select f.indicators from data_set d join form f on f.id = d.form where d.id = $1',
      [dataSet],
    );
    const errors = wrongIn(condition, form!.indicators, language);
    if (validFrom !== null && validUntil !== null && validFrom > validUntil)
      errors.push({ pointer: '/validUntil', code: 'range.empty', detail: language === 'zh' ? '起止日期颠倒' : 'It ends before it begins' });
    if (errors.length > 0) throw refuse(InputInvalid, { errors });
  }
}

type Language = 'zh' | 'en';
type Wrong = { pointer: string; code: string; detail: string };

function wrongIn(condition: RuleCondition, indicators: readonly Indicator[], language: Language): Wrong[] {
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const wrong = (pointer: string, code: string, zh: string, en: string): Wrong => ({ pointer, code, detail: language === 'zh' ? zh : en });
  const named =
    condition.kind === 'expression'
      ? condition.marks.map((field, index) => ({ field, pointer: `/condition/marks/${index}` }))
      : condition.kind === 'range'
        ? [{ field: condition.field, pointer: '/condition/field' }]
        : condition.fields.map((field, index) => ({ field, pointer: `/condition/fields/${index}` }));
  const calculates = condition.kind === 'range' || condition.kind === 'change' || condition.kind === 'outlier';
  const errors = named.flatMap(({ field, pointer }) => {
    const indicator = byCode.get(field);
    if (!indicator) return [wrong(pointer, 'indicator.unknown', `表单中没有指标 ${field}`, `The form has no indicator ${field}`)];
    if (!calculates || isNumeric(indicator)) return [];
    return [wrong(pointer, 'indicator.needs_number', `${field} 不是数值指标`, `${field} is no number`)];
  });
  if (condition.kind === 'range') {
    const { min, max } = condition;
    if ((min === undefined && max === undefined) || (min !== undefined && max !== undefined && min > max))
      errors.push(wrong('/condition', 'range.empty', '取值范围有误', 'The range is not a range'));
  }
  if (errors.length > 0) return errors;
  const demands = demandsOf(condition, indicators);
  return 'faults' in demands
    ? told(demands.faults, condition.kind === 'expression' ? '/condition/expression' : '/condition', language)
    : [];
}

/** What was asked for when it was defined; whether it is on is its own matter. */
const contentOf = (rule: ValidationRule) => ({ ...rule.fact(), state: undefined });
