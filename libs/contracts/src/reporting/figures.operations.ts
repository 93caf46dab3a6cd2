import { operation } from '../machinery/operation.js';
import { authorityReviewers } from '../roles.js';
import { value } from '../shapes/shapes.js';
import { PeriodNotFound } from './periods.js';
import { RollUp } from './roll-up.js';
import { periodId } from './periods.operations.js';

export const figureOperations = {
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
};
