import { Inject, Injectable } from '@nestjs/common';
import {
  CLOCK,
  questionFacts,
  questionLifeCycle,
  QuestionNotFound,
  QuestionNotYours,
  QuestionOwnReview,
  refuse,
  RoleNotPermitted,
  type Call,
  type Clock,
  type InputOf,
  type resources,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Question } from './question.entity.js';

const happened = {
  submit: questionFacts.submitted,
  approve: questionFacts.approved,
  return: questionFacts.returned,
  withdraw: questionFacts.withdrawn,
} as const;

/** Authors submit questions; others approve, return or withdraw them. */
@Injectable()
export class DecidingOnQuestions {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** All or none. */
  async move({ move, questions: named, reason }: InputOf<typeof resources.moveQuestions>, call: Call): Promise<string[]> {
    const ids = [...new Set(named)];
    if (!questionLifeCycle.isMadeBy(move, call.caller)) throw refuse(RoleNotPermitted);
    return this.store.commit(call, async (work) => {
      const reach = await this.store.reachOf(Question, call);
      const rows = await work.all(Question, sql`t.id = any(${ids}::uuid[]) and ${reach}`);
      if (rows.length < ids.length) throw refuse(QuestionNotFound);
      for (const question of rows) {
        const isOwn = question.author === call.caller.subject;
        if (move === 'submit' && !isOwn) throw refuse(QuestionNotYours);
        if (move !== 'submit' && move !== 'withdraw' && isOwn) throw refuse(QuestionOwnReview);
        question.make(move, reason ?? null, this.clock.now());
      }
      await work.updateAll(rows, happened[move]);
      return rows.map(({ id }) => id);
    });
  }
}
