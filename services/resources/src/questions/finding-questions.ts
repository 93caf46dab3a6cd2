import { Inject, Injectable } from '@nestjs/common';
import { QuestionNotFound, type BankQuestion, type Call, type InputOf, type resources } from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { searchFor } from '../catalogue/searchable.js';
import { KnownNodes } from '../curriculum/known-nodes.js';
import { Question } from './question.entity.js';

/** Those who may see answers find questions. */
@Injectable()
export class FindingQuestions {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(KnownNodes) private readonly nodes: KnownNodes,
  ) {}

  async one(id: string, call: Call) {
    const [view] = await this.views([await this.store.one(Question, id, call, QuestionNotFound)], call);
    return view!;
  }

  async page({ bank, kind, stage, subject, difficulty, status, node, q, limit, cursor }: InputOf<typeof resources.questions>, call: Call) {
    const search = q === undefined ? undefined : searchFor(q);
    const bound = node === undefined ? undefined : await this.nodes.within([node]);
    const where = allOf(
      bank !== undefined && sql`t.bank = ${bank}`,
      kind !== undefined && sql`t.kind = ${kind}`,
      stage !== undefined && sql`t.stage = ${stage}`,
      subject !== undefined && sql`t.subject = ${subject}`,
      difficulty !== undefined && sql`t.difficulty = ${difficulty}`,
      status !== undefined && sql`t.status = ${status}`,
      bound && sql`(t.chapters || t.points || t.competencies) && ${bound}::uuid[]`,
      search && sql`bigrams(t.search_text) @@ ${search.bigrams}::text::tsquery and t.search_text like all(${search.patterns}::text[])`,
    );
    return this.store.pageTogether(Question, call, { where, limit, cursor }, (rows) => this.views(rows, call));
  }

  /** Whoever was handed a question down from above reads it and decides nothing about it. */
  private async views(rows: readonly Question[], call: Call): Promise<BankQuestion[]> {
    const below = await this.store.read<{ id: string }>(
      sql`select o.id from organisation o join organisation acting on acting.id = ${call.caller.organisation} and o.path <@ acting.path
          where o.id = any(${[...new Set(rows.map(({ organisation }) => organisation))]}::uuid[])`,
    );
    const answered = new Set(below.map(({ id }) => id));
    return rows.map((question) => question.view(call.caller, answered.has(question.organisation)));
  }
}
