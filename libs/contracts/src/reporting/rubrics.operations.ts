import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { creatable, Id, item, page, paging, value } from '../shapes/shapes.js';
import { RubricCode } from './points.js';
import { Rubric, RubricCodeTaken, RubricContent, RubricNotFound, RubricSuperseded, RubricTemplate } from './rubrics.js';
import { collectors, readers } from './who.js';

const rubricId = z.object({ rubricId: Id.describe('指标体系标识 id of the edition') });

export const rubricOperations = {
  rubricTemplates: operation('get', '/rubric-templates', {
    summary: '列出指标体系模板 List templates of rubrics',
    description:
      'What the platform ships: 数字校园、智慧校园、县区教育信息化督导、普通高中信息化攻坚、教师信息化教学. Copy one, change it, issue it.',
    permits: 'anyone',
    reach: 'public',
    returns: value(z.object({ items: z.array(RubricTemplate).describe('模板 templates') })),
  }),
  issueRubric: operation('post', '/rubrics', {
    summary: '发布指标体系 Issue a rubric',
    scope: 'reporting.write',
    permits: collectors,
    creates: true,
    body: z.strictObject({
      ...creatable,
      organisation: Id.describe('发布单位 authority that issues it'),
      code: RubricCode.describe('代码 code, unique within the authority'),
      content: RubricContent.describe('内容 content'),
    }),
    returns: item(Rubric),
    fails: [RubricCodeTaken],
  }),
  issueRubricEdition: operation('post', '/rubrics/:rubricId/editions', {
    summary: '修订指标体系 Issue a new edition of a rubric',
    description: 'Assessments announced from now on may use it; those already announced keep theirs.',
    scope: 'reporting.write',
    permits: collectors,
    creates: true,
    params: rubricId,
    body: z.strictObject({ ...creatable, content: RubricContent.describe('内容 content') }),
    returns: item(Rubric),
    fails: [RubricNotFound, RubricSuperseded],
  }),
  rubrics: operation('get', '/rubrics', {
    summary: '列出指标体系 List rubrics',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    query: z.object({ ...paging, code: RubricCode.optional().describe('只列该代码的各版 only the editions of this code') }),
    returns: page(Rubric),
  }),
  rubric: operation('get', '/rubrics/:rubricId', {
    summary: '读取指标体系 Read a rubric',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    params: rubricId,
    returns: item(Rubric),
    fails: [RubricNotFound],
  }),
};
