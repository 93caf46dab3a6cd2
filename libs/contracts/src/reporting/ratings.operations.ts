import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { NotFound } from '../platform.refusals.js';
import { creatable, Id, item, page, paging } from '../shapes/shapes.js';
import { AssessmentClosed, AssessmentNotFound, AssessmentNotOpen, AssessmentOver } from './assessments.js';
import { assessmentId } from './assessments.operations.js';
import {
  raters,
  Rating,
  RatingBrokenRules,
  RatingExists,
  RatingGiven,
  RatingNotExpected,
  RatingNotFound,
  RatingNotOwn,
  RatingReturn,
  RatingSelfRunning,
  ratingStates,
  RatingWaiting,
  RatingWaitingAbove,
  SelfRating,
  selfRaters,
} from './ratings.js';
import { readers } from './who.js';

export const ratingId = z.object({ ratingId: Id.describe('考核评分标识 id of the rating') });
const move = { scope: 'reporting.write', params: ratingId, returns: item(Rating) } as const;
const windows = [AssessmentNotOpen, AssessmentClosed] as const;

export const ratingOperations = {
  beginRating: operation('post', '/assessments/:assessmentId/ratings', {
    summary: '开始考核评分 Begin a rating',
    description:
      'By the unit itself while it may rate itself; by the authority above when that time is over and the unit has handed in nothing.',
    scope: 'reporting.write',
    permits: selfRaters,
    reach: 'handedDown',
    creates: true,
    params: assessmentId,
    body: z.strictObject({ ...creatable, organisation: Id.describe('被考核单位 unit that is assessed') }),
    returns: item(Rating),
    fails: [AssessmentNotFound, AssessmentOver, ...windows, RatingExists, RatingNotExpected, RatingSelfRunning, NotFound],
  }),
  ratings: operation('get', '/ratings', {
    summary: '列出考核评分 List ratings',
    scope: 'reporting.read',
    permits: readers,
    query: z.object({
      ...paging,
      assessment: Id.optional().describe('只列该督导考核的 only those of this assessment'),
      organisation: Id.optional().describe('只列该单位的 only those of this unit'),
      status: z.enum(ratingStates).optional().describe('只列该状态的 only those in this state'),
    }),
    returns: page(Rating),
  }),
  rating: operation('get', '/ratings/:ratingId', {
    summary: '读取考核评分 Read a rating',
    scope: 'reporting.read',
    permits: readers,
    params: ratingId,
    returns: item(Rating),
    fails: [RatingNotFound],
  }),
  selfRate: operation('put', '/ratings/:ratingId/self', {
    ...move,
    summary: '填写自评 Write the self-rating',
    description: 'The whole at once. If-Match keeps two people from losing anything.',
    permits: selfRaters,
    guarded: true,
    body: SelfRating,
    fails: [RatingNotFound, RatingNotOwn, ...windows, RatingBrokenRules],
  }),
  submitRating: operation('post', '/ratings/:ratingId/submit', {
    ...move,
    summary: '提交自评 Hand in the self-rating',
    description: 'Every criterion pointed, and evidence where it is asked for.',
    permits: selfRaters,
    fails: [RatingNotFound, RatingNotOwn, ...windows, RatingBrokenRules],
  }),
  returnRating: operation('post', '/ratings/:ratingId/return', {
    ...move,
    summary: '退回自评 Return a self-rating',
    description: 'With reasons; the unit then has until the first rating is due.',
    permits: raters,
    body: RatingReturn,
    fails: [RatingNotFound, RatingWaitingAbove, RatingSelfRunning, ...windows, RatingBrokenRules],
  }),
  rateFirst: operation('post', '/ratings/:ratingId/first', {
    ...move,
    summary: '初评 Give the first rating',
    description: 'By the authority above by 隶属. A criterion left out keeps the points the unit gave itself.',
    permits: raters,
    body: RatingGiven,
    fails: [RatingNotFound, RatingWaitingAbove, RatingSelfRunning, ...windows, RatingBrokenRules],
  }),
  rateFinal: operation('post', '/ratings/:ratingId/final', {
    ...move,
    summary: '终评 Give the final rating',
    description: 'By the authority that announced the assessment. A criterion left out keeps the points of the first rating.',
    permits: raters,
    body: RatingGiven,
    fails: [RatingNotFound, RatingWaiting, ...windows, RatingBrokenRules],
  }),
};
