import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { Id, InstantInput, item, page, paging, value } from '../shapes/shapes.js';
import {
  AnswersInput,
  NamedAnswer,
  Survey,
  SurveyAnswered,
  SurveyBrokenRules,
  surveyedRoles,
  SurveyInput,
  SurveyInvitation,
  SurveyNamesNobody,
  SurveyNotAsked,
  SurveyNotFound,
  SurveyNotOpen,
  SurveyResults,
  SurveyRunning,
  SurveyShortened,
} from './surveys.js';
import { collectors, readers } from './who.js';

const surveyId = z.object({ surveyId: Id.describe('测评标识 id of the survey') });
const askers = [...collectors, 'schoolAdmin'] as const;

export const surveyOperations = {
  announceSurvey: operation('post', '/surveys', {
    summary: '发布满意度测评 Announce a survey',
    description: 'To people in some roles at the organisation and below it. Pupils are asked anonymously and without free words only.',
    scope: 'reporting.write',
    permits: askers,
    creates: true,
    body: SurveyInput,
    returns: item(Survey),
  }),
  surveys: operation('get', '/surveys', {
    summary: '列出满意度测评 List surveys',
    scope: 'reporting.read',
    permits: [...surveyedRoles, 'app'],
    reach: 'handedDown',
    query: z.object(paging),
    returns: page(Survey),
  }),
  survey: operation('get', '/surveys/:surveyId', {
    summary: '读取满意度测评 Read a survey',
    scope: 'reporting.read',
    permits: [...surveyedRoles, 'app'],
    reach: 'handedDown',
    params: surveyId,
    returns: item(Survey),
    fails: [SurveyNotFound],
  }),
  extendSurvey: operation('patch', '/surveys/:surveyId', {
    summary: '延长满意度测评 Extend a survey',
    scope: 'reporting.write',
    permits: askers,
    guarded: true,
    params: surveyId,
    body: z.strictObject({ closes: InstantInput.describe('新的截止时间 until when from now on') }),
    returns: item(Survey),
    fails: [SurveyNotFound, SurveyShortened],
  }),
  surveyInvitation: operation('get', '/surveys/:surveyId/invitation', {
    summary: '查询本人是否在测评之列 Ask whether a survey asks the caller',
    scope: 'reporting.read',
    permits: surveyedRoles,
    reach: 'handedDown',
    params: surveyId,
    returns: value(SurveyInvitation),
    fails: [SurveyNotFound],
  }),
  answerSurvey: operation('post', '/surveys/:surveyId/answers', {
    summary: '参加满意度测评 Answer a survey',
    description:
      'Once, by the person themselves. An anonymous answer is kept without person and without time, apart from who has answered.',
    scope: 'reporting.write',
    permits: surveyedRoles,
    reach: 'handedDown',
    params: surveyId,
    body: AnswersInput,
    fails: [SurveyNotFound, SurveyNotOpen, SurveyNotAsked, SurveyAnswered, SurveyBrokenRules],
  }),
  namedAnswers: operation('get', '/surveys/:surveyId/answers', {
    summary: '列出记名测评的答案 List the answers of a named survey',
    scope: 'reporting.read',
    permits: askers,
    params: surveyId,
    query: z.object(paging),
    returns: page(NamedAnswer),
    fails: [SurveyNotFound, SurveyNamesNobody],
  }),
  surveyResults: operation('get', '/surveys/:surveyId/results', {
    summary: '读取满意度测评结果 Read the results of a survey',
    description:
      'After it has closed: as a whole, and by unit of the acting organisation and below. Groups under five are not shown, nor what would give them away.',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    params: surveyId,
    returns: value(SurveyResults),
    fails: [SurveyNotFound, SurveyRunning],
  }),
};
