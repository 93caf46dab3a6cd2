import { z } from 'zod';
import { operation } from '../../machinery/operation.js';
import { postRoles } from '../../roles.js';
import { Id, item, page, paging, value } from '../../shapes/shapes.js';
import { Stage, Subject } from '../../shapes/teaching.js';
import { Resource } from '../shapes.js';
import { courseKeepers, Series, SeriesInput, seriesKinds, SeriesNotFound, seriesStates, SeriesTemplate } from './series.js';
import {
  CourseDemands,
  CourseStandard,
  CourseStandardDrafted,
  CourseStandardInput,
  CourseStandardNotFound,
  courseStandardStates,
} from './standards.js';

const seriesId = z.object({ seriesId: Id.describe('系列标识 id of the series') });
const standardId = z.object({ standardId: Id.describe('课程标准标识 id of the edition') });
const readers = [...postRoles, 'app'] as const;
const read = { scope: 'resources.read', permits: readers, reach: 'handedDown' } as const;
const keep = { scope: 'resources.write', permits: courseKeepers } as const;

/** Series, themed libraries and skill packs; course standards and their editions. */
export const seriesOperations = {
  seriesTemplates: operation('get', '/series-templates', {
    ...keep,
    scope: 'resources.read',
    summary: '列出系列模板 List templates of series',
    description:
      'Shipped configurations under their own names (名师讲堂、公开课、网络微课、筑峰行动、美育、德育、技能包), to begin a series from.',
    returns: value(z.object({ items: z.array(SeriesTemplate).describe('模板 templates') }).meta({ id: 'SeriesTemplates' })),
  }),
  beginSeries: operation('post', '/series', {
    ...keep,
    summary: '建立系列 Begin a series',
    creates: true,
    body: SeriesInput,
    returns: item(Series),
  }),
  allSeries: operation('get', '/series', {
    ...read,
    summary: '列出系列 List series',
    query: z.object({
      ...paging,
      kind: z.enum(seriesKinds).optional().describe('只列该类的 only those of this kind'),
      status: z.enum(seriesStates).optional().describe('只列该状态的 only those in this state'),
    }),
    returns: page(Series),
  }),
  series: operation('get', '/series/:seriesId', {
    ...read,
    summary: '读取系列 Read a series',
    params: seriesId,
    returns: item(Series),
    fails: [SeriesNotFound],
  }),
  changeSeries: operation('put', '/series/:seriesId', {
    ...keep,
    summary: '修改系列 Change a series',
    guarded: true,
    params: seriesId,
    body: SeriesInput.omit({ id: true, organisation: true }),
    returns: item(Series),
    fails: [SeriesNotFound],
  }),
  closeSeries: operation('post', '/series/:seriesId/close', {
    ...keep,
    summary: '结束系列 Close a series',
    description: 'It takes no more courses; what it has stays readable.',
    params: seriesId,
    returns: item(Series),
    fails: [SeriesNotFound],
  }),
  reopenSeries: operation('post', '/series/:seriesId/reopen', {
    ...keep,
    summary: '恢复系列 Reopen a series',
    params: seriesId,
    returns: item(Series),
    fails: [SeriesNotFound],
  }),
  seriesResources: operation('get', '/series/:seriesId/resources', {
    ...read,
    summary: '列出专题资源 List the resources of a series by its themes',
    description: 'Published resources that carry one of its keywords, within its stages and subjects; newest first.',
    params: seriesId,
    query: z.object({ ...paging, stage: Stage.optional(), subject: Subject.optional() }),
    returns: page(Resource),
    fails: [SeriesNotFound],
  }),
  draftStandard: operation('post', '/course-standards', {
    ...keep,
    summary: '拟订课程标准 Draft a course standard',
    description: 'The first edition of a code, or the next one: what was issued is never changed.',
    creates: true,
    body: CourseStandardInput,
    returns: item(CourseStandard),
    fails: [CourseStandardDrafted],
  }),
  courseStandards: operation('get', '/course-standards', {
    ...read,
    summary: '列出课程标准 List course standards',
    query: z.object({
      ...paging,
      code: z.string().max(40).optional().describe('只列该代码的各版 only the editions of this code'),
      status: z.enum(courseStandardStates).optional().describe('只列该状态的 only those in this state'),
    }),
    returns: page(CourseStandard),
  }),
  courseStandard: operation('get', '/course-standards/:standardId', {
    ...read,
    summary: '读取课程标准 Read an edition of a course standard',
    params: standardId,
    returns: item(CourseStandard),
    fails: [CourseStandardNotFound],
  }),
  reviseStandard: operation('put', '/course-standards/:standardId', {
    ...keep,
    summary: '修改课程标准稿 Revise the draft of a course standard',
    guarded: true,
    params: standardId,
    body: z.strictObject({ demands: CourseDemands.describe('要求 what it demands') }),
    returns: item(CourseStandard),
    fails: [CourseStandardNotFound],
  }),
  issueStandard: operation('post', '/course-standards/:standardId/issue', {
    ...keep,
    summary: '发布课程标准 Issue a course standard',
    description: 'It takes the place of the edition before, by which courses may still be checked.',
    params: standardId,
    returns: item(CourseStandard),
    fails: [CourseStandardNotFound],
  }),
};
