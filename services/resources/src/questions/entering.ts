import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  actingOrganisation,
  QuestionAlike,
  questionFacts,
  QuestionNotFound,
  QuestionNotYours,
  QuestionUnbound,
  refuse,
  type Call,
  type QuestionContent,
  type QuestionEdit,
  type QuestionInput,
} from '@lianxue/contracts';
import { sql, Store, type Work } from '@lianxue/persistence';
import { searchable } from '../catalogue/searchable.js';
import { KnownNodes } from '../curriculum/known-nodes.js';
import { Figures } from './figures.js';
import { fingerprintOf } from './fingerprint.js';
import { holdToQuestion, textsOf } from './judging.js';
import { Question } from './question.entity.js';

/** Authors enter questions, edit what is not decided yet, and discard drafts. */
@Injectable()
export class EnteringQuestions {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(KnownNodes) private readonly nodes: KnownNodes,
    @Inject(Figures) private readonly figures: Figures,
  ) {}

  async enter({ id, figures: named, evenIfAlike, ...input }: QuestionInput & { id?: string | undefined }, call: Call): Promise<Question> {
    const organisation = actingOrganisation(call.caller);
    holdToQuestion(input.content, new Set(named.map(({ name }) => name)), call.language);
    await this.nodes.hold(boundBy(input), organisation);
    const figures = await this.figures.taken(named, call.caller);
    const question = Object.assign(new Question(), { ...(id && { id }), organisation, author: call.caller.subject, ...input, figures });
    saying(question, input.content);
    holdToBindings(question, call);
    return this.store.commit(call, async (work) => {
      if (!evenIfAlike) await this.refuseAlike(question, call);
      return work.insert(question, questionFacts.entered, (existing) => isDeepStrictEqual(saidBy(existing), saidBy(question)));
    });
  }

  async edit({ questionId, figures: named, ...edit }: QuestionEdit & { questionId: string }, call: Call): Promise<Question> {
    const before = await this.store.one(Question, questionId, call, QuestionNotFound);
    const content = edit.content ?? before.content;
    const names = (named ?? before.figures).map(({ name }) => name);
    holdToQuestion(content, new Set(names), call.language);
    await this.nodes.hold(boundBy(edit), before.organisation);
    const figures = named && (await this.figures.taken(named, call.caller));
    return this.store.commit(call, async (work) => {
      const question = await ownQuestion(work, questionId, call);
      question.mayBeEdited();
      Object.assign(question, edit, figures && { figures });
      saying(question, content);
      holdToBindings(question, call);
      return work.update(question, questionFacts.edited);
    });
  }

  discard(id: string, call: Call): Promise<void> {
    return this.store.commit(call, async (work) => {
      const question = await ownQuestion(work, id, call);
      question.mayBeEdited();
      await work.remove(question, questionFacts.discarded);
    });
  }

  /** One like it, of the organisations the caller reaches; whoever made this very question anew gets it back. */
  private async refuseAlike({ id, fingerprint }: Question, call: Call): Promise<void> {
    const alike = await this.store.first(Question, sql`t.fingerprint = ${fingerprint} and t.status <> 'withdrawn'`, call);
    if (alike && alike.id !== id) throw refuse(QuestionAlike, { question: alike.id });
  }
}

/** What follows from what a question says. */
export function saying(question: Question, content: QuestionContent): void {
  Object.assign(question, {
    content,
    kind: content.kind,
    fingerprint: fingerprintOf(content),
    searchText: searchable(textsOf(content)),
  });
}

/** What a question of the monitoring bank must have, in words. */
const needed = {
  difficulty: { zh: '难度', en: 'its difficulty' },
  points: { zh: '知识点', en: 'knowledge points' },
  competencies: { zh: '素养点', en: 'competencies' },
} as const;

function holdToBindings({ unbound: fields }: Question, { language }: Call): void {
  if (fields.length > 0) throw refuse(QuestionUnbound, { missing: fields.map((field) => needed[field][language]), fields });
}

export const boundBy = ({ chapters = [], points = [], competencies = [] }: Pick<QuestionEdit, 'chapters' | 'points' | 'competencies'>) => ({
  chapter: chapters,
  point: points,
  competency: competencies,
});

const saidBy = ({ bank, content, stage, subject, grades, difficulty, chapters, points, competencies, source, year, author }: Question) => ({
  ...{ bank, content, stage, subject, grades, difficulty, chapters, points, competencies, source, year, author },
});

/** The question the call addresses, which must be the caller's own. */
async function ownQuestion(work: Work, id: string, { caller }: Call): Promise<Question> {
  const question = await work.target(Question, id, QuestionNotFound);
  if (question.author !== caller.subject) throw refuse(QuestionNotYours);
  return question;
}
