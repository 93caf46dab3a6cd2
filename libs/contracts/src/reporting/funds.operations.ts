import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { NotFound, OrganisationRequired } from '../platform.refusals.js';
import { Id, item, page, paging, value } from '../shapes/shapes.js';
import {
  Fund,
  FundCodeTaken,
  FundEntry,
  FundEntryInput,
  FundEntryNotFound,
  FundEntryReversed,
  FundInput,
  FundNotFound,
  FundNotKeeper,
  FundOutside,
  FundOverdrawn,
  FundTotals,
  PublicFunds,
  PublicFundsInput,
} from './funds.js';
import { collectors, readers } from './who.js';

const fundId = z.object({ fundId: Id.describe('资金标识 id of the fund') });
const entryId = z.object({ entryId: Id.describe('记账标识 id of the line') });
const bookkeepers = [...collectors, 'schoolAdmin'] as const;

export const fundOperations = {
  openFund: operation('post', '/funds', {
    summary: '建立专项资金台账 Open a fund',
    scope: 'reporting.write',
    permits: collectors,
    creates: true,
    body: FundInput,
    returns: item(Fund),
    fails: [FundCodeTaken],
  }),
  funds: operation('get', '/funds', {
    summary: '列出专项资金 List funds',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    query: z.object(paging),
    returns: page(Fund),
  }),
  fund: operation('get', '/funds/:fundId', {
    summary: '读取专项资金 Read a fund',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    params: fundId,
    returns: item(Fund),
    fails: [FundNotFound],
  }),
  enterIntoFund: operation('post', '/funds/:fundId/entries', {
    summary: '专项资金记账 Enter a line into a fund',
    description:
      'Budgets and allocations by who keeps the fund, spending by the organisation that spends or one above it. No balance falls below zero unless the fund allows it.',
    scope: 'reporting.write',
    permits: bookkeepers,
    reach: 'handedDown',
    creates: true,
    params: fundId,
    body: FundEntryInput,
    returns: item(FundEntry),
    fails: [FundNotFound, FundNotKeeper, FundOutside, FundOverdrawn, NotFound],
  }),
  fundEntries: operation('get', '/funds/:fundId/entries', {
    summary: '列出专项资金的记账 List the lines of a fund',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    params: fundId,
    query: z.object(paging),
    returns: page(FundEntry),
    fails: [FundNotFound],
  }),
  reverseFundEntry: operation('post', '/fund-entries/:entryId/reverse', {
    summary: '冲销记账 Reverse a line of a fund',
    description: 'Wholly, by another line of the same amount below zero.',
    scope: 'reporting.write',
    permits: collectors,
    creates: true,
    params: entryId,
    body: z.strictObject({ evidence: FundEntryInput.shape.evidence, purpose: FundEntryInput.shape.purpose, day: FundEntryInput.shape.day }),
    returns: item(FundEntry),
    fails: [FundEntryNotFound, FundEntryReversed, FundNotKeeper, FundOverdrawn],
  }),
  statePublicFunds: operation('post', '/public-funds', {
    summary: '登记公用经费 State the public funds of a year',
    scope: 'reporting.write',
    permits: bookkeepers,
    body: PublicFundsInput,
    returns: item(PublicFunds),
  }),
  fundTotals: operation('get', '/fund-totals', {
    summary: '汇总专项资金 Roll-up of funds by organisation and year',
    scope: 'reporting.read',
    permits: readers,
    query: z.object({ year: z.coerce.number().int().min(2000).max(2100).describe('年度 year') }),
    returns: value(FundTotals),
    fails: [OrganisationRequired],
  }),
};
