import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { creatable, Id, item, page, paging, text } from '../shapes/shapes.js';
import { ActivityNotFound, ActivityNotRunning, ActivityStageClosed, ActivityStageNotOpen, organisers } from './settings.js';
import { EntryNotAtOrganiser, EntryNotFound } from './entries.js';
import {
  Evaluation,
  EvaluationBrokenRules,
  EvaluationNotFound,
  evaluationStates,
  ExpertAssigned,
  ExpertConflict,
  ExpertOverloaded,
  ExpertUnknown,
  ScoreInput,
} from './evaluations.js';

const entryId = z.object({ entryId: Id.describe('作品标识 id of the entry') });
const evaluationId = z.object({ evaluationId: Id.describe('评审任务标识 id of the evaluation') });

/** Experts and their scores. */
export const evaluating = {
  assignExpert: operation('post', '/entries/:entryId/evaluations', {
    summary: '分配评审专家 Assign an expert to the evaluation of an entry',
    description:
      'An expert of the same school, or an adviser of the work, is refused; so is one who has as many entries as the activity allows.',
    scope: 'activities.write',
    permits: organisers,
    creates: true,
    params: entryId,
    body: z.strictObject({ ...creatable, expert: Id.describe('专家的人员标识 person id of the expert') }),
    returns: item(Evaluation),
    fails: [
      EntryNotFound,
      EntryNotAtOrganiser,
      ActivityNotFound,
      ActivityNotRunning,
      ExpertUnknown,
      ExpertConflict,
      ExpertOverloaded,
      ExpertAssigned,
    ],
  }),
  evaluations: operation('get', '/evaluations', {
    summary: '列出评审任务 List evaluations',
    description: 'An expert sees those assigned to them, the organiser all of its activities.',
    scope: 'activities.read',
    permits: ['expert', ...organisers],
    reach: 'assigned',
    query: z.object({
      ...paging,
      entry: Id.optional().describe('只列该作品的 only those of this entry'),
      status: z.enum(evaluationStates).optional().describe('只列该状态的 only those in this state'),
    }),
    returns: page(Evaluation),
  }),
  evaluation: operation('get', '/evaluations/:evaluationId', {
    summary: '读取评审任务 Read an evaluation',
    scope: 'activities.read',
    permits: ['expert', ...organisers],
    reach: 'assigned',
    params: evaluationId,
    returns: item(Evaluation),
    fails: [EvaluationNotFound],
  }),
  scoreEntry: operation('post', '/evaluations/:evaluationId/score', {
    summary: '评审打分 Score an entry in expert evaluation',
    description: 'Each criterion of the rubric within its limits. When all its experts have scored, the entry is evaluated.',
    scope: 'activities.write',
    permits: ['expert'],
    reach: 'assigned',
    params: evaluationId,
    body: ScoreInput,
    returns: item(Evaluation),
    fails: [EvaluationNotFound, EvaluationBrokenRules, ActivityNotRunning, ActivityStageNotOpen, ActivityStageClosed],
  }),
  declineEvaluation: operation('post', '/evaluations/:evaluationId/decline', {
    summary: '回避评审 Decline an evaluation',
    description: 'Because of a conflict of interest that the platform cannot know.',
    scope: 'activities.write',
    permits: ['expert'],
    reach: 'assigned',
    params: evaluationId,
    body: z.strictObject({ reason: text(1000).describe('回避原因 reason') }),
    returns: item(Evaluation),
    fails: [EvaluationNotFound],
  }),
};
