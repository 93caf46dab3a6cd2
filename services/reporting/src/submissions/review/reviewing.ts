import { Inject, Injectable } from '@nestjs/common';
import {
  CLOCK,
  IdempotencyInProgress,
  IdempotencyMismatch,
  refuse,
  Refusal,
  submissionFacts,
  SubmissionNotFound,
  type Call,
  type Clock,
  type InputOf,
  type reporting,
  type ReviewOutcome,
} from '@lianxue/contracts';
import { render, sql, Store, type Work } from '@lianxue/persistence';
import { addToSummary } from '../../figures/summary.js';
import { standingsWithin } from '../standing.js';
import { Submission } from '../submission.entity.js';
import { decide, type Decided, type Decision } from './deciding.js';
import { outcomeView } from './outcomes.view.js';
import { keep } from './trail.js';

/** Decided in one transaction: few enough that it ends well within the time a transaction has. */
const atOnce = 50;

/** Submissions and what an authority decides on each, by id. */
type Decisions = ReadonlyMap<string, Decision>;

/** The submission as decided, or why it was refused. */
type Outcome = Submission | Refusal;

/** Refusals of the whole call, whatever it is about. */
const ofKeys: ReadonlySet<Refusal['kind']> = new Set([IdempotencyInProgress, IdempotencyMismatch]);

/** An authority returns submissions with reasons, or approves them: on to the level above, or into the roll-up. */
@Injectable()
export class Reviewing {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  return({ submissionId, ...decision }: InputOf<typeof reporting.returnSubmission>, call: Call): Promise<Submission> {
    return this.one(submissionId, { move: 'return', ...decision }, call);
  }

  approve({ submissionId, ...decision }: InputOf<typeof reporting.approveSubmission>, call: Call): Promise<Submission> {
    return this.one(submissionId, { move: 'approve', ...decision }, call);
  }

  approveAll({ submissions, ...decision }: InputOf<typeof reporting.approveSubmissions>, call: Call): Promise<ReviewOutcome[]> {
    return this.many(new Map(submissions.map((id) => [id, { move: 'approve', ...decision }])), call);
  }

  returnAll({ items }: InputOf<typeof reporting.returnSubmissions>, call: Call): Promise<ReviewOutcome[]> {
    return this.many(new Map(items.map(({ submission, ...decision }) => [submission, { move: 'return', ...decision }])), call);
  }

  /** Whatever waits for the acting authority, warns of nothing, was never returned and is as in the last period. */
  async approveUnremarkable({ period, note }: InputOf<typeof reporting.approveUnremarkable>, call: Call): Promise<ReviewOutcome[]> {
    const { text, values } = render(
      sql`select t.id from submission t where t.period = ${period} and t.reviewer = ${call.caller.organisation} and t.status = 'submitted'
            and t.warning_count = 0 and t.change_count = 0 and t.round = 1 and ${await this.store.reachOf(Submission, call)}
          order by t.id limit 500`,
    );
    // Found within a commit, so that a repeated Idempotency-Key decides on the same ones.
    const found = await this.store.commit(call, (work) => work.query<{ id: string }>(text, values));
    return this.many(new Map(found.map(({ id }) => [id, { move: 'approve', note }])), call);
  }

  private one(id: string, decision: Decision, call: Call): Promise<Submission> {
    return this.store.commit(call, async (work) => {
      const submission = await work.target(Submission, id, SubmissionNotFound);
      const outcome = (await this.settle([submission], new Map([[id, decision]]), call, work)).get(id)!;
      if (outcome instanceof Refusal) throw outcome;
      return outcome;
    });
  }

  /** Some at a time; where these get in somebody's way together, each alone. */
  private async many(decisions: Decisions, call: Call): Promise<ReviewOutcome[]> {
    const outcomes: ReviewOutcome[] = [];
    const waiting = [...decisions];
    for (let from = 0; from < waiting.length; from += atOnce) {
      const some = waiting.slice(from, from + atOnce);
      const decided = await this.together(some, call).catch((error: unknown) => {
        if (!(error instanceof Refusal) || ofKeys.has(error.kind)) throw error;
        return this.eachAlone(some, call);
      });
      outcomes.push(...decided);
    }
    return outcomes;
  }

  /** Without the key, which tells the commits of one call apart by counting them. */
  private async eachAlone(some: readonly (readonly [string, Decision])[], call: Call): Promise<ReviewOutcome[]> {
    const outcomes: ReviewOutcome[] = [];
    for (const one of some) {
      const decided = await this.together([one], { ...call, idempotencyKey: undefined }).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        return [outcomeView(one[0], error, call.language)];
      });
      outcomes.push(...decided);
    }
    return outcomes;
  }

  /** What became of each, in words: so it can be kept for the repetition of the call. */
  private async together(some: readonly (readonly [string, Decision])[], call: Call): Promise<ReviewOutcome[]> {
    const decisions = new Map(some);
    const ids = [...decisions.keys()];
    const reach = await this.store.reachOf(Submission, call);
    return this.store.commit(call, async (work) => {
      const met = await work.all(Submission, sql`t.id = any(${ids}::uuid[]) and ${reach}`, ids.length);
      const outcomes = await this.settle(met, decisions, call, work);
      return ids.map((id) => outcomeView(id, outcomes.get(id) ?? refuse(SubmissionNotFound), call.language));
    });
  }

  /** Decides on each by itself, and writes what was decided by few statements. A refused one is left as it was. */
  private async settle(
    submissions: readonly Submission[],
    decisions: Decisions,
    { caller }: Call,
    work: Work,
  ): Promise<Map<string, Outcome>> {
    const standings = await standingsWithin(submissions, work, true);
    const outcomes = new Map<string, Outcome>();
    const decided = new Map<Submission, Decided>();
    for (const submission of submissions) {
      try {
        decided.set(submission, decide(submission, decisions.get(submission.id)!, standings.get(submission.id)!, caller, this.clock.now()));
        outcomes.set(submission.id, submission);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        outcomes.set(submission.id, error);
      }
    }
    await keep(
      [...decided.values()].map(({ step }) => step),
      work,
    );
    for (const happened of Object.values(submissionFacts)) {
      const those = [...decided].filter(([, each]) => each.happened === happened).map(([submission]) => submission);
      await work.updateAll(those, happened);
      if (happened === submissionFacts.approved) await sumUp(those, work);
    }
    return outcomes;
  }
}

/** Into the roll-up, form by form. */
async function sumUp(approved: readonly Submission[], work: Work): Promise<void> {
  const forms = [...new Set(approved.map(({ form }) => form))].sort();
  for (const form of forms) {
    await addToSummary(
      form,
      approved.filter((submission) => submission.form === form),
      work,
    );
  }
}
