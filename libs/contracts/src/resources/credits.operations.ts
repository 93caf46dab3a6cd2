import { z } from 'zod';
import { MoveNotAllowed } from '../life-cycle.js';
import { operation } from '../machinery/operation.js';
import { creatable, Id, item, page, paging } from '../shapes/shapes.js';
import {
  AppealExists,
  AppealNotForSchool,
  AppealNotFound,
  AppealNotPublished,
  AppealOtherTier,
  AppealOwn,
  appealStates,
  Credit,
  CreditAppeal,
  CreditAppealDecision,
  CreditAppealInput,
  CreditTotal,
  creditWindow,
} from './credits.js';
import { resourceAuthors, shelfKeepers } from './life-cycle.js';
import { ResourceNotFound } from './refusals.js';

const counting = ['resourceReviewer', 'centreHead', 'systemAdmin', 'schoolAdmin', 'subjectResearcher', 'bureauLeader', 'app'] as const;

/** 贡献: what people and schools are credited with, its sums, and appeals about it. */
export const creditOperations = {
  contributionCredits: operation('get', '/contribution-credits', {
    summary: '列出贡献分 List contribution credits',
    description: 'Teachers see their own and those of their organisation itself; who answers for an organisation sees all of it.',
    scope: 'resources.read',
    permits: [...counting, 'teacher', 'homeroomTeacher'],
    query: z.object({
      organisation: Id.optional().describe('只列该单位的 only of this organisation'),
      person: Id.optional().describe('只列该人员的 only of this person'),
      resource: Id.optional().describe('只列该资源的 only for this resource'),
      ...paging,
    }),
    returns: page(Credit),
  }),
  contributionTotals: operation('get', '/contribution-totals', {
    summary: '统计贡献分 Add up contribution credits',
    description: 'For each organisation, its people and itself together, or for each person; only what counts.',
    scope: 'resources.read',
    permits: counting,
    query: z.object({
      by: z.enum(['organisation', 'person']).default('organisation').describe('按单位或按人员 for each organisation or each person'),
      ...creditWindow,
      ...paging,
    }),
    returns: page(CreditTotal),
  }),
  appealCredit: operation('post', '/contribution-appeals', {
    summary: '提出贡献分申诉 Appeal about a contribution credit',
    description: 'By whoever was left out or credited with too little; for the organisation itself by its administrator.',
    scope: 'resources.write',
    permits: resourceAuthors,
    reach: 'handedDown',
    creates: true,
    body: CreditAppealInput.extend(creatable),
    returns: item(CreditAppeal),
    fails: [ResourceNotFound, AppealNotPublished, AppealExists, AppealNotForSchool],
  }),
  creditAppeals: operation('get', '/contribution-appeals', {
    summary: '列出贡献分申诉 List appeals about contribution credits',
    scope: 'resources.read',
    permits: [...new Set([...resourceAuthors, ...shelfKeepers])],
    query: z.object({ status: z.enum(appealStates).optional().describe('只列该状态的 only in this state'), ...paging }),
    returns: page(CreditAppeal),
  }),
  decideAppeal: operation('post', '/contribution-appeals/:appealId/decision', {
    summary: '裁定贡献分申诉 Decide an appeal about a contribution credit',
    description: 'By the organisation that published the resource; what is upheld is credited from now on.',
    scope: 'resources.write',
    permits: shelfKeepers,
    params: z.object({ appealId: Id.describe('申诉标识 id of the appeal') }),
    body: CreditAppealDecision,
    returns: item(CreditAppeal),
    fails: [AppealNotFound, AppealOtherTier, AppealOwn, MoveNotAllowed],
  }),
};
