import { Inject, Injectable } from '@nestjs/common';
import {
  CLOCK,
  entryFacts,
  EvaluationBrokenRules,
  evaluationFacts,
  EvaluationNotFound,
  refuse,
  type activities,
  type ActivitySettings,
  type Call,
  type Clock,
  type InputOf,
} from '@lianxue/contracts';
import { sql, Store, type Work } from '@lianxue/persistence';
import { activityOf, holdOpen } from '../organising/stages.js';
import { giveOneBack } from '../works/allowance.js';
import { Entry } from '../works/entry.entity.js';
import { expertLoad } from './assigning.js';
import { Evaluation } from './evaluation.entity.js';

/** An expert scores by the rubric, or steps back; the last score makes the entry evaluated. */
@Injectable()
export class Scoring {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  score({ evaluationId, scores, comment }: InputOf<typeof activities.scoreEntry>, call: Call): Promise<Evaluation> {
    return this.store.commit(call, async (work) => {
      const evaluation = await ownEvaluation(evaluationId, call, work);
      const activity = await activityOf(evaluation, work);
      evaluation.make('score');
      holdOpen(activity, 'evaluation', this.clock.now());
      holdToRubric(scores, activity.settings);
      const total = Object.values(scores).reduce((sum, points) => sum + points, 0);
      Object.assign(evaluation, { scores, total: total.toFixed(2), comment: comment ?? null });
      const scored = await work.update(evaluation, evaluationFacts.scored);
      await completeEntry(evaluation.entry, activity.settings, work);
      return scored;
    });
  }

  decline({ evaluationId, reason }: InputOf<typeof activities.declineEvaluation>, call: Call): Promise<Evaluation> {
    return this.store.commit(call, async (work) => {
      const evaluation = await ownEvaluation(evaluationId, call, work);
      evaluation.make('decline');
      evaluation.comment = reason;
      const declined = await work.update(evaluation, evaluationFacts.declined);
      await completeEntry(evaluation.entry, (await activityOf(evaluation, work)).settings, work);
      await giveOneBack({ activity: evaluation.activity, purpose: expertLoad, holder: evaluation.expert }, work);
      return declined;
    });
  }
}

/** An expert who has a post at the organiser meets all its evaluations, but scores only their own. */
async function ownEvaluation(id: string, call: Call, work: Work): Promise<Evaluation> {
  const evaluation = await work.target(Evaluation, id, EvaluationNotFound);
  if (evaluation.expert !== call.caller.subject) throw refuse(EvaluationNotFound);
  return evaluation;
}

interface ScoreFault {
  readonly criterion: string;
  readonly rule: 'missing' | 'unknown' | 'range';
  readonly max: number | null;
}

/** Points have at most one decimal place, as on a judge's sheet. */
const pointSteps = 10;

function holdToRubric(scores: Readonly<Record<string, number>>, { rubric }: ActivitySettings): void {
  const unknown = Object.keys(scores).filter((code) => !rubric.some((criterion) => criterion.code === code));
  const faults: ScoreFault[] = unknown.map((criterion) => ({ criterion, rule: 'unknown', max: null }));
  for (const { code: criterion, max } of rubric) {
    const points = scores[criterion];
    if (points === undefined) faults.push({ criterion, rule: 'missing', max });
    else if (points < 0 || points > max || !Number.isInteger(Number((points * pointSteps).toFixed(6))))
      faults.push({ criterion, rule: 'range', max });
  }
  if (faults.length > 0) throw refuse(EvaluationBrokenRules, { faults });
}

/** Once enough experts have scored and none is outstanding, the entry has its mean. Its row is locked first, so that of two last experts one comes after the other. */
async function completeEntry(id: string, { evaluationsPerEntry }: ActivitySettings, work: Work): Promise<void> {
  const [entry] = await work.all(Entry, sql`t.id = ${id}`, 1);
  const [given] = await work.query<{ mean: string | null; scored: number; outstanding: number }>(
    `select round(avg(total) filter (where status = 'scored'), 2)::text as mean, count(*) filter (where status = 'scored')::int as scored,
       count(*) filter (where status = 'assigned')::int as outstanding from evaluation where entry = $1`,
    [id],
  );
  if (given!.outstanding > 0 || given!.scored < evaluationsPerEntry) return;
  entry!.make('evaluate');
  entry!.score = given!.mean;
  await work.update(entry!, entryFacts.evaluated);
}
