import { evaluationLifeCycle, type Caller, type Evaluation as EvaluationView } from '@lianxue/contracts';
import { itemOf } from '../organising/activity.view.js';
import type { Evaluation } from './evaluation.entity.js';

export function evaluationView(evaluation: Evaluation, caller: Caller): EvaluationView {
  const { expert, group, category, title, description, scores, total, comment, status } = evaluation;
  return {
    ...evaluation.fact(),
    ...itemOf(evaluation),
    expert,
    group,
    category,
    title,
    description,
    scores,
    total: total === null ? null : Number(total),
    comment,
    moves: caller.subject === expert ? evaluationLifeCycle.movesFor(status, caller) : [],
  };
}
