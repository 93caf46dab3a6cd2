import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { creatable, Id, item, page, paging, value } from '../shapes/shapes.js';
import { DataSetNotFound } from './data-sets.js';
import {
  EarlyWarning,
  EarlyWarningClosing,
  EarlyWarningNotFound,
  EarlyWarningNotOwn,
  earlyWarningStates,
  warned,
} from './early-warnings.js';
import { FiguresUnknownIndicator } from './figures.js';
import {
  Threshold,
  ThresholdChange,
  ThresholdContent,
  ThresholdMeasureUnfit,
  ThresholdNotFound,
  ThresholdOn,
  thresholdStates,
  ThresholdTrial,
  ThresholdTrialRequest,
  ThresholdTrialUnfit,
  ThresholdWatchesNobody,
  warningLevels,
} from './thresholds.js';
import { PeriodNotFound } from './periods.js';
import { PeriodOfOtherDataSet } from './validation-rules.js';
import { collectors, readers } from './who.js';

const thresholdId = z.object({ thresholdId: Id.describe('阈值标识 id of the threshold') });
const warningId = z.object({ warningId: Id.describe('预警标识 id of the early warning') });

export const thresholdOperations = {
  thresholds: operation('get', '/thresholds', {
    summary: '列出阈值 List thresholds',
    description: 'Those of the acting organisation and below, and those that authorities above it declared.',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    query: z.object({ ...paging, state: z.enum(thresholdStates).optional().describe('只列该状态的 only those in this state') }),
    returns: page(Threshold),
  }),
  threshold: operation('get', '/thresholds/:thresholdId', {
    summary: '读取阈值 Read a threshold',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    params: thresholdId,
    returns: item(Threshold),
    fails: [ThresholdNotFound],
  }),
  declareThreshold: operation('post', '/thresholds', {
    summary: '设定阈值 Declare a threshold',
    description: 'A draft at first: try it on the past, then switch it on.',
    scope: 'reporting.write',
    permits: collectors,
    reach: 'handedDown',
    creates: true,
    body: ThresholdContent.extend({ ...creatable, organisation: Id.describe('设定单位 authority that declares it') }),
    returns: item(Threshold),
    fails: [DataSetNotFound, FiguresUnknownIndicator, ThresholdMeasureUnfit, ThresholdWatchesNobody],
  }),
  changeThreshold: operation('patch', '/thresholds/:thresholdId', {
    summary: '修改阈值 Change a threshold',
    description: 'While it is not switched on. What it watches stays.',
    scope: 'reporting.write',
    permits: collectors,
    guarded: true,
    params: thresholdId,
    body: ThresholdChange.refine((change) => Object.keys(change).length > 0, 'change.empty'),
    returns: item(Threshold),
    fails: [ThresholdNotFound, ThresholdOn, ThresholdWatchesNobody],
  }),
  tryThreshold: operation('post', '/thresholds/:thresholdId/try', {
    summary: '试运行阈值 Try a threshold on the past',
    description:
      'Tells whom it would have warned by the figures of the named periods, or in the days up to those named. It changes nothing and tells nobody.',
    scope: 'reporting.read',
    permits: collectors,
    params: thresholdId,
    body: ThresholdTrialRequest,
    returns: value(ThresholdTrial),
    fails: [ThresholdNotFound, ThresholdTrialUnfit, PeriodNotFound, PeriodOfOtherDataSet],
  }),
  switchOnThreshold: operation('post', '/thresholds/:thresholdId/switch-on', {
    summary: '启用阈值 Switch a threshold on',
    description: 'From now on it is judged whenever figures change, and at the end of each day.',
    scope: 'reporting.write',
    permits: collectors,
    params: thresholdId,
    returns: item(Threshold),
    fails: [ThresholdNotFound],
  }),
  switchOffThreshold: operation('post', '/thresholds/:thresholdId/switch-off', {
    summary: '停用阈值 Switch a threshold off',
    description: 'Warnings it raised stay as they are; nothing clears them any more.',
    scope: 'reporting.write',
    permits: collectors,
    params: thresholdId,
    returns: item(Threshold),
    fails: [ThresholdNotFound],
  }),
  earlyWarnings: operation('get', '/early-warnings', {
    summary: '列出预警 List early warnings',
    description: 'Newest first, of the acting organisation and below.',
    scope: 'reporting.read',
    permits: readers,
    query: z.object({
      ...paging,
      threshold: Id.optional().describe('只列该阈值的 only those of this threshold'),
      organisation: Id.optional().describe('只列该单位的 only those of this organisation'),
      level: z.enum(warningLevels).optional().describe('只列该级别的 only those of this level'),
      status: z.enum(earlyWarningStates).optional().describe('只列该状态的 only those in this state'),
      standing: z
        .enum(['true', 'false'])
        .optional()
        .describe('true 只列未解除的，false 只列已解除的 only those not cleared, or only those cleared'),
    }),
    returns: page(EarlyWarning),
  }),
  earlyWarning: operation('get', '/early-warnings/:warningId', {
    summary: '读取预警 Read an early warning',
    scope: 'reporting.read',
    permits: readers,
    params: warningId,
    returns: item(EarlyWarning),
    fails: [EarlyWarningNotFound],
  }),
  receiveEarlyWarning: operation('post', '/early-warnings/:warningId/receive', {
    summary: '签收预警 Receive an early warning',
    scope: 'reporting.write',
    permits: warned,
    params: warningId,
    returns: item(EarlyWarning),
    fails: [EarlyWarningNotFound, EarlyWarningNotOwn],
  }),
  closeEarlyWarning: operation('post', '/early-warnings/:warningId/close', {
    summary: '办结预警 Close an early warning',
    description: 'With a word on what was done. It is raised again only when the value has returned and goes beyond once more.',
    scope: 'reporting.write',
    permits: warned,
    params: warningId,
    body: EarlyWarningClosing,
    returns: item(EarlyWarning),
    fails: [EarlyWarningNotFound, EarlyWarningNotOwn],
  }),
};
