import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { creatable, Id, item, page, paging, value } from '../shapes/shapes.js';
import { DataSetNotFound } from './data-sets.js';
import {
  PeriodOfOtherDataSet,
  RuleChange,
  RuleContent,
  ruleStates,
  RuleTrial,
  RuleTrialRequest,
  ValidationRule,
  ValidationRuleCodeTaken,
  ValidationRuleNotFound,
  ValidationRuleOn,
} from './validation-rules.js';
import { collectors, readers } from './who.js';

const ruleId = z.object({ ruleId: Id.describe('规则标识 id of the rule') });
const dataSetId = z.object({ dataSetId: Id.describe('数据集标识 id of the data set') });

export const validationRuleOperations = {
  validationRules: operation('get', '/data-sets/:dataSetId/validation-rules', {
    statutory: true,
    summary: '列出数据集的校验规则 List the validation rules of a data set',
    description: 'Those of the acting organisation, of what lies below it, and those handed down from above.',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    params: dataSetId,
    query: z.object({ ...paging, state: z.enum(ruleStates).optional().describe('只列该状态的 only those in this state') }),
    returns: page(ValidationRule),
    fails: [DataSetNotFound],
  }),
  validationRule: operation('get', '/validation-rules/:ruleId', {
    statutory: true,
    summary: '读取校验规则 Read a validation rule',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    params: ruleId,
    returns: item(ValidationRule),
    fails: [ValidationRuleNotFound],
  }),
  defineRule: operation('post', '/data-sets/:dataSetId/validation-rules', {
    summary: '定义校验规则 Define a validation rule',
    description:
      'A draft at first: try it on past periods, then switch it on. It holds for the submissions of the organisations below its authority, who need not be the one that defined the data set.',
    scope: 'reporting.write',
    permits: collectors,
    reach: 'handedDown',
    creates: true,
    params: dataSetId,
    body: RuleContent.extend({ ...creatable, organisation: Id.describe('定义单位 authority that defines it') }),
    returns: item(ValidationRule),
    fails: [DataSetNotFound, ValidationRuleCodeTaken],
  }),
  changeRule: operation('patch', '/validation-rules/:ruleId', {
    summary: '修改校验规则 Change a validation rule',
    description: 'While it is not switched on. Every version stays readable in the facts.',
    scope: 'reporting.write',
    permits: collectors,
    guarded: true,
    params: ruleId,
    body: RuleChange,
    returns: item(ValidationRule),
    fails: [ValidationRuleNotFound, ValidationRuleOn],
  }),
  tryRule: operation('post', '/validation-rules/:ruleId/try', {
    summary: '试运行校验规则 Try a validation rule on past data',
    description: 'On what was submitted in the named periods and lies within the caller’s reach. It changes nothing.',
    scope: 'reporting.read',
    permits: collectors,
    params: ruleId,
    body: RuleTrialRequest,
    returns: value(RuleTrial),
    fails: [ValidationRuleNotFound, PeriodOfOtherDataSet],
  }),
  switchOnRule: operation('post', '/validation-rules/:ruleId/switch-on', {
    summary: '启用校验规则 Switch a validation rule on',
    description: 'From now on submissions are held to it when they are saved and submitted. What was submitted before stays as it is.',
    scope: 'reporting.write',
    permits: collectors,
    params: ruleId,
    returns: item(ValidationRule),
    fails: [ValidationRuleNotFound],
  }),
  switchOffRule: operation('post', '/validation-rules/:ruleId/switch-off', {
    summary: '停用校验规则 Switch a validation rule off',
    scope: 'reporting.write',
    permits: collectors,
    params: ruleId,
    returns: item(ValidationRule),
    fails: [ValidationRuleNotFound],
  }),
};
