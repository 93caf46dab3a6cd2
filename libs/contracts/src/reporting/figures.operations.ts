import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { authorityReviewers } from '../roles.js';
import { NotFound } from '../platform.refusals.js';
import { page, paging, value, Id } from '../shapes/shapes.js';
import { DataSetNotFound } from './data-sets.js';
import {
  Figures,
  FiguresNoPeriod,
  FiguresNoSiblings,
  FiguresNoTerritory,
  figuresQuery,
  FiguresQuery,
  FiguresTooMuch,
  FiguresUnknownIndicator,
  FigureUnit,
  PeriodNotOver,
  Settlement,
  TargetText,
  unitOutcomes,
} from './figures.js';
import { IndicatorCode } from './indicators.js';
import { PeriodNotFound } from './periods.js';
import { RollUp } from './roll-up.js';
import { periodId } from './periods.operations.js';
import { collectors, figureReaders } from './who.js';

export const figureOperations = {
  figures: operation('get', '/figures', {
    statutory: true,
    summary: '查询指标数值 Read figures of indicators',
    description:
      'For any organisation and what lies below it, by who manages or by where it stands, for one period or several: sums, ratios from sums, how many have reported and in time, how many meet a target, and how it was before. Each answer says what it means 口径.',
    scope: 'reporting.read',
    permits: figureReaders,
    reach: 'handedDown',
    query: FiguresQuery,
    returns: value(Figures),
    fails: [
      DataSetNotFound,
      PeriodNotFound,
      NotFound,
      FiguresUnknownIndicator,
      FiguresTooMuch,
      FiguresNoTerritory,
      FiguresNoSiblings,
      FiguresNoPeriod,
    ],
  }),
  figureUnits: operation('get', '/figures/units', {
    statutory: true,
    summary: '列出数据背后的单位 List the units behind a figure',
    description: 'By name, with the value that counts and why it meets the target or does not. Only units the caller manages are named.',
    scope: 'reporting.read',
    permits: figureReaders,
    reach: 'handedDown',
    query: z.object({
      ...paging,
      period: Id.describe('填报期 period'),
      ...figuresQuery,
      indicator: IndicatorCode.optional().describe('指标代码；与 target 二选一 code of the indicator, or else a target'),
      target: TargetText.optional().describe('达标线，如 student_ratio<=10 target, e.g. student_ratio<=10'),
      outcome: z.enum(unitOutcomes).optional().describe('只列该结果的 only those with this outcome'),
    }),
    returns: page(FigureUnit),
    fails: [PeriodNotFound, NotFound, FiguresUnknownIndicator, FiguresNoTerritory],
  }),
  rollUp: operation('get', '/periods/:periodId/roll-up', {
    statutory: true,
    summary: '读取填报期的汇总 Read the roll-up of a period',
    description:
      'Of the acting organisation and what lies below it, by reviewing organisation: how many have reported, and what the approved figures add up to.',
    scope: 'reporting.read',
    permits: ['bureauLeader', 'systemAdmin', 'centreHead', ...authorityReviewers, 'app'],
    reach: 'handedDown',
    params: periodId,
    returns: value(RollUp),
    fails: [PeriodNotFound],
  }),
  recountRollUp: operation('post', '/periods/:periodId/roll-up/recount', {
    statutory: true,
    summary: '重新汇总填报期 Recount the roll-up of a period',
    description: 'From the approved submissions themselves. It must change nothing; it is there so that nobody has to take that on trust.',
    scope: 'reporting.write',
    permits: ['systemAdmin'],
    params: periodId,
    returns: value(RollUp),
    fails: [PeriodNotFound],
  }),
  settlePeriod: operation('post', '/periods/:periodId/settle', {
    statutory: true,
    summary: '按历史核定应报单位 Settle the expected units as they then stood',
    description:
      'As the tree stood on the period’s last day. It happens by itself when the period is over; asked for again after history was corrected, the figures follow.',
    scope: 'reporting.write',
    permits: collectors,
    params: periodId,
    returns: value(Settlement),
    fails: [PeriodNotFound, PeriodNotOver],
  }),
};
