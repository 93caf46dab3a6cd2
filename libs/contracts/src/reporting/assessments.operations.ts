import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { Id, item, page, paging, value } from '../shapes/shapes.js';
import {
  Assessment,
  AssessmentChange,
  AssessmentInput,
  AssessmentNotFound,
  AssessmentOver,
  AssessmentProgress,
  AssessmentUnrated,
} from './assessments.js';
import { AssessmentResult } from './ratings.js';
import { RubricNotFound } from './rubrics.js';
import { collectors, readers } from './who.js';

export const assessmentId = z.object({ assessmentId: Id.describe('督导考核标识 id of the assessment') });

export const assessmentOperations = {
  announceAssessment: operation('post', '/assessments', {
    summary: '部署督导考核 Announce an assessment',
    description:
      'For the units below the announcing authority, by one edition of a rubric. What cost points within its days counts, also from before it was announced.',
    scope: 'reporting.write',
    permits: collectors,
    reach: 'handedDown',
    creates: true,
    body: AssessmentInput,
    returns: item(Assessment),
    fails: [RubricNotFound],
  }),
  assessments: operation('get', '/assessments', {
    summary: '列出督导考核 List assessments',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    query: z.object({ ...paging, year: z.coerce.number().int().optional().describe('年度 year') }),
    returns: page(Assessment),
  }),
  assessment: operation('get', '/assessments/:assessmentId', {
    summary: '读取督导考核 Read an assessment',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    params: assessmentId,
    returns: item(Assessment),
    fails: [AssessmentNotFound],
  }),
  changeAssessment: operation('patch', '/assessments/:assessmentId', {
    summary: '调整督导考核 Change an assessment',
    scope: 'reporting.write',
    permits: collectors,
    guarded: true,
    params: assessmentId,
    body: AssessmentChange,
    returns: item(Assessment),
    fails: [AssessmentNotFound, AssessmentOver],
  }),
  publishAssessment: operation('post', '/assessments/:assessmentId/publish', {
    summary: '公布督导考核结果 Publish the results of an assessment',
    description:
      'Once every rating that was begun is finally rated. From then on a result changes only by an objection or a lifted deduction.',
    scope: 'reporting.write',
    permits: collectors,
    params: assessmentId,
    returns: item(Assessment),
    fails: [AssessmentNotFound, AssessmentUnrated],
  }),
  assessmentProgress: operation('get', '/assessments/:assessmentId/progress', {
    summary: '查看督导考核进度 Look at how far an assessment has come',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    params: assessmentId,
    returns: value(AssessmentProgress),
    fails: [AssessmentNotFound],
  }),
  assessmentResults: operation('get', '/assessments/:assessmentId/results', {
    summary: '列出督导考核年度结果 List the yearly results of an assessment',
    description:
      'Published results of the acting organisation and what lies below it, with last year’s beside them: the same rubric, the year before.',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    params: assessmentId,
    query: z.object(paging),
    returns: page(AssessmentResult),
    fails: [AssessmentNotFound],
  }),
};
