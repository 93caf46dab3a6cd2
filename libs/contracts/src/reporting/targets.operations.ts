import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { NotFound } from '../platform.refusals.js';
import { creatable, Id, item, page, paging, value } from '../shapes/shapes.js';
import { DataSetNotFound } from './data-sets.js';
import { breakdowns, FiguresNoSiblings, FiguresNoTerritory, figuresQuery, FiguresUnknownIndicator } from './figures.js';
import { PeriodNotFound } from './periods.js';
import { Target, TargetChange, TargetEvaluation, TargetInput, TargetNotFound, TargetTaken } from './targets.js';
import { collectors, readers } from './who.js';

const targetId = z.object({ targetId: Id.describe('达标要求标识 id of the target') });
const dataSetId = z.object({ dataSetId: Id.describe('数据集标识 id of the data set') });

export const targetOperations = {
  targets: operation('get', '/data-sets/:dataSetId/targets', {
    statutory: true,
    summary: '列出达标要求 List the targets units should meet',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    params: dataSetId,
    query: z.object(paging),
    returns: page(Target),
    fails: [DataSetNotFound],
  }),
  setTarget: operation('post', '/data-sets/:dataSetId/targets', {
    statutory: true,
    summary: '设定达标要求 Set a target units should meet',
    scope: 'reporting.write',
    permits: collectors,
    creates: true,
    params: dataSetId,
    body: TargetInput.extend(creatable),
    returns: item(Target),
    fails: [DataSetNotFound, FiguresUnknownIndicator, TargetTaken],
  }),
  adoptTargets: operation('post', '/data-sets/:dataSetId/targets/adopt', {
    statutory: true,
    summary: '采用预置的达标要求 Adopt the shipped targets units should meet',
    description: 'Those whose indicator the data set asks for, and that are not set yet; from then on they are the authority’s own.',
    scope: 'reporting.write',
    permits: collectors,
    params: dataSetId,
    returns: value(z.object({ items: z.array(Target).describe('新设定的达标要求 targets that were set') })),
    fails: [DataSetNotFound],
  }),
  changeTarget: operation('patch', '/targets/:targetId', {
    statutory: true,
    summary: '调整达标要求 Change a target units should meet',
    scope: 'reporting.write',
    permits: collectors,
    guarded: true,
    params: targetId,
    body: TargetChange,
    returns: item(Target),
    fails: [TargetNotFound],
  }),
  removeTarget: operation('delete', '/targets/:targetId', {
    statutory: true,
    summary: '撤销达标要求 Remove a target units should meet',
    scope: 'reporting.write',
    permits: collectors,
    params: targetId,
    fails: [TargetNotFound],
  }),
  evaluateTargets: operation('get', '/periods/:periodId/targets', {
    statutory: true,
    summary: '评价达标情况 Evaluate which targets units meet',
    description: 'Every target of the period’s data set: how many units meet it, line by line, and whether enough of them do.',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    params: z.object({ periodId: Id.describe('填报期标识 id of the period') }),
    query: z.object({ ...figuresQuery, breakdown: z.enum(breakdowns).default('none').describe('细分 into which lines') }),
    returns: value(TargetEvaluation),
    fails: [PeriodNotFound, NotFound, FiguresNoTerritory, FiguresNoSiblings],
  }),
};
