import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { Id, item, page, paging } from '../shapes/shapes.js';
import { Deduction, DeductionContest, DeductionDecision, DeductionNotFound } from './deductions.js';
import {
  RatingObjection,
  RatingObjectionDecision,
  RatingObjectionExists,
  RatingObjectionInput,
  RatingObjectionLate,
  RatingObjectionNotFound,
} from './rating-objections.js';
import { raters, RatingBrokenRules, RatingNotFound, RatingNotOwn, RatingWaiting, selfRaters } from './ratings.js';
import { ratingId } from './ratings.operations.js';
import { readers } from './who.js';

const deductionId = z.object({ deductionId: Id.describe('扣分标识 id of the deduction') });
const objectionId = z.object({ objectionId: Id.describe('考核异议标识 id of the objection') });
const ofAssessment = {
  ...paging,
  assessment: Id.optional().describe('只列该督导考核的 only those of this assessment'),
  organisation: Id.optional().describe('只列该单位的 only those of this unit'),
};

export const deductionOperations = {
  deductions: operation('get', '/deductions', {
    summary: '列出扣分 List deductions',
    description: 'Each names what it comes from. They arrive by themselves, from the facts of other services.',
    scope: 'reporting.read',
    permits: readers,
    query: z.object(ofAssessment),
    returns: page(Deduction),
  }),
  contestDeduction: operation('post', '/deductions/:deductionId/contest', {
    summary: '申辩扣分 Contest a deduction',
    scope: 'reporting.write',
    permits: selfRaters,
    params: deductionId,
    body: DeductionContest,
    returns: item(Deduction),
    fails: [DeductionNotFound, RatingNotOwn],
  }),
  decideDeduction: operation('post', '/deductions/:deductionId/decide', {
    summary: '维持或撤销扣分 Uphold or lift a deduction',
    description: 'By the authority that announced the assessment. The result follows at once, also when it is published.',
    scope: 'reporting.write',
    permits: raters,
    params: deductionId,
    body: DeductionDecision,
    returns: item(Deduction),
    fails: [DeductionNotFound, RatingWaiting],
  }),
  objectToRating: operation('post', '/ratings/:ratingId/objections', {
    summary: '对考核结果提出异议 File an objection to a published result',
    scope: 'reporting.write',
    permits: selfRaters,
    creates: true,
    params: ratingId,
    body: RatingObjectionInput,
    returns: item(RatingObjection),
    fails: [RatingNotFound, RatingNotOwn, RatingObjectionLate, RatingObjectionExists, RatingBrokenRules],
  }),
  ratingObjections: operation('get', '/rating-objections', {
    summary: '列出考核异议 List objections to results',
    scope: 'reporting.read',
    permits: readers,
    query: z.object(ofAssessment),
    returns: page(RatingObjection),
  }),
  decideRatingObjection: operation('post', '/rating-objections/:objectionId/decide', {
    summary: '处理考核异议 Decide on an objection to a result',
    description: 'By the authority that announced the assessment. Upheld, it corrects the points, and the result follows.',
    scope: 'reporting.write',
    permits: raters,
    params: objectionId,
    body: RatingObjectionDecision,
    returns: item(RatingObjection),
    fails: [RatingObjectionNotFound, RatingWaiting, RatingBrokenRules],
  }),
};
