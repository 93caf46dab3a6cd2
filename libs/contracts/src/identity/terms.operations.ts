import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { postRoles } from '../roles.js';
import { creatable, Day, Id, item, page, paging, text } from '../shapes/shapes.js';
import { Stage } from '../shapes/teaching.js';
import { OrganisationClosed, OrganisationUnknown } from './organisations.js';
import {
  SchoolYear,
  Term,
  TermBackwards,
  TermExists,
  TermKind,
  TermMisplaced,
  TermOutsideParent,
  TermUnknown,
  TermWithdrawn,
} from './terms.js';

const params = z.object({ termId: Id.describe('学期标识 id of the term') });
const setters = ['systemAdmin', 'schoolAdmin', 'app'] as const;
const readers = [...postRoles, 'app'] as const;
const title = text(100).describe('名称 title');

export const termOperations = {
  setTerm: operation('post', '/terms', {
    summary: '设定学期 Set a term',
    description:
      '主管部门设定的学年与学期向下适用，各地各学段日期可以不同；学校可在学期内设评价阶段。 What an authority sets is handed down; dates may differ by place and stage. A school may set grading periods within a term.',
    scope: 'identity.write',
    permits: setters,
    creates: true,
    body: z.strictObject({
      ...creatable,
      organisation: Id.describe('设定学期的组织 organisation that sets it'),
      kind: TermKind,
      schoolYear: SchoolYear,
      ordinal: z.int().min(1).max(12).optional().describe('序次；学期必填 place among its kind; a term needs one'),
      parent: Id.optional().describe('所在学年或学期；可以是上级设定的 the school year or term it lies in; may be one handed down'),
      stage: Stage.optional().describe('适用学段 stage it holds for; absent: all'),
      title: title.optional().describe('名称，默认如「2026-2027学年第一学期」 title; made from year and place unless said'),
      since: Day.optional().describe('起始日期，学年默认 9 月 1 日 first day; 1 September for a school year unless said'),
      until: Day.optional().describe('结束日期，学年默认次年 8 月 31 日 last day; 31 August for a school year unless said'),
    }),
    returns: item(Term),
    fails: [OrganisationUnknown, OrganisationClosed, TermUnknown, TermExists, TermMisplaced, TermOutsideParent, TermBackwards],
  }),

  terms: operation('get', '/terms', {
    summary: '学期列表 List terms',
    description: '本级与上级设定的学期。 Terms set here, below, and by those above.',
    scope: 'identity.read',
    permits: readers,
    reach: 'handedDown',
    query: z.object({
      schoolYear: z.coerce.number().pipe(SchoolYear).optional().describe('学年起始年份 year in which the school year begins'),
      kind: TermKind.optional(),
      stage: Stage.optional().describe('适用于该学段 that hold for this stage'),
      on: Day.optional().describe('包含该日 that hold this day'),
      ...paging,
    }),
    returns: page(Term),
    fails: [],
  }),

  term: operation('get', '/terms/:termId', {
    summary: '查看学期 Read a term',
    scope: 'identity.read',
    permits: readers,
    reach: 'handedDown',
    params,
    returns: item(Term),
    fails: [TermUnknown],
  }),

  changeTerm: operation('patch', '/terms/:termId', {
    summary: '变更学期 Change a term',
    scope: 'identity.write',
    permits: setters,
    guarded: true,
    params,
    body: z.strictObject({
      title: title.optional(),
      since: Day.optional().describe('起始日期 first day'),
      until: Day.optional().describe('结束日期 last day'),
    }),
    returns: item(Term),
    fails: [TermUnknown, TermWithdrawn, TermOutsideParent, TermBackwards],
  }),

  withdrawTerm: operation('post', '/terms/:termId/withdraw', {
    summary: '撤回学期 Withdraw a term',
    description: '设错的学期；仍可读，不再适用。 For one set by mistake: it stays readable and holds no longer.',
    scope: 'identity.write',
    permits: setters,
    params,
    returns: item(Term),
    fails: [TermUnknown, TermWithdrawn],
  }),
};
