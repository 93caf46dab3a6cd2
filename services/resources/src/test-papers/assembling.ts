import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  actingOrganisation,
  mostPaperQuestions,
  refuse,
  testPaperFacts,
  TestPaperNotFound,
  TestPaperNotYours,
  TestPaperQuestionsUnfit,
  TestPaperTooLarge,
  TestPaperUnscored,
  type Call,
  type InputOf,
  type resources,
  type TestPaperInput,
  type TestPaperRevision,
} from '@lianxue/contracts';
import { sql, Store, type Work } from '@lianxue/persistence';
import { Figures } from '../questions/figures.js';
import { Question } from '../questions/question.entity.js';
import { TestPaper, type FilledSection } from './test-paper.entity.js';

/** A paper is read whole, in one answer. */
const mostBytes = 600 * 1024;

type Named = TestPaperInput['sections'];

/** Teachers assemble papers from approved questions; what a question said then stays with the paper. */
@Injectable()
export class AssemblingTestPapers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Figures) private readonly figures: Figures,
  ) {}

  async assemble({ sections: named, ...about }: TestPaperInput & { id?: string | undefined }, call: Call): Promise<TestPaper> {
    const sections = await this.filled(named, call);
    const paper = Object.assign(new TestPaper(), about, { organisation: actingOrganisation(call.caller), author: call.caller.subject });
    paper.put(sections);
    return this.store.commit(call, (work) =>
      work.insert(paper, testPaperFacts.assembled, (existing) => isDeepStrictEqual(existing.view().sections, paper.view().sections)),
    );
  }

  async revise({ testPaperId, sections: named, ...about }: TestPaperRevision & { testPaperId: string }, call: Call): Promise<TestPaper> {
    const sections = named && (await this.filled(named, call));
    return this.store.commit(call, async (work) => {
      const paper = await ownPaper(work, testPaperId, call);
      Object.assign(paper, about);
      if (sections) paper.put(sections);
      return work.update(paper, testPaperFacts.revised);
    });
  }

  discard(id: string, call: Call): Promise<void> {
    return this.store.commit(call, async (work) => work.remove(await ownPaper(work, id, call), testPaperFacts.discarded));
  }

  /** Sections with what their questions say now; each question is approved, in reach, and there once. */
  private async filled(named: Named, call: Call): Promise<FilledSection[]> {
    const asked = named.flatMap(({ questions }) => questions.map(({ question }) => question));
    if (asked.length > mostPaperQuestions) throw refuse(TestPaperTooLarge, { most: mostPaperQuestions });
    const known = await this.approved(asked, call);
    const unfit = asked.filter((id, index) => !known.has(id) || asked.indexOf(id) < index);
    if (unfit.length > 0) throw refuse(TestPaperQuestionsUnfit, { questions: [...new Set(unfit)] });
    const unscored: string[] = [];
    const sections = named.map(({ title, note, questions }) => ({
      ...{ title, note },
      questions: questions.map(({ question: id, score }) => {
        const { version, content, figures } = known.get(id)!;
        const worth = score ?? content.score;
        if (worth === null) unscored.push(id);
        return { question: id, version, score: worth ?? 0, content, figures };
      }),
    }));
    if (unscored.length > 0) throw refuse(TestPaperUnscored, { questions: unscored });
    if (Buffer.byteLength(JSON.stringify(sections)) > mostBytes) throw refuse(TestPaperTooLarge, { most: mostPaperQuestions });
    return this.withFigures(sections);
  }

  /** The paper shows what the questions showed, whatever becomes of them. */
  private async withFigures(sections: readonly FilledSection[]): Promise<FilledSection[]> {
    const kept: FilledSection[] = [];
    for (const { questions, ...about } of sections) {
      const own: FilledSection['questions'] = [];
      for (const question of questions) own.push({ ...question, figures: await this.figures.again(question.figures) });
      kept.push({ ...about, questions: own });
    }
    return kept;
  }

  async figure({ testPaperId, questionId, figure: name }: InputOf<typeof resources.testPaperFigure>, call: Call) {
    const { sections } = await this.store.one(TestPaper, testPaperId, call, TestPaperNotFound);
    const shown = sections.flatMap(({ questions }) => questions).find(({ question }) => question === questionId);
    const figure = shown?.figures.find((each) => each.name === name);
    if (!figure?.file) throw refuse(TestPaperNotFound);
    return this.figures.handOut(figure, call.caller);
  }

  private async approved(ids: readonly string[], call: Call): Promise<ReadonlyMap<string, Question>> {
    const request = {
      where: sql`t.id = any(${ids}::uuid[]) and t.status = 'approved'`,
      among: sql`select unnest(${ids}::uuid[])`,
      limit: 200,
    };
    const found = new Map<string, Question>();
    for (let cursor: string | undefined; ;) {
      const page = await this.store.page(Question, call, { ...request, cursor }, (question) => question);
      for (const question of page.items) found.set(question.id, question);
      if (page.next === undefined) return found;
      cursor = page.next;
    }
  }
}

/** The paper the call addresses, which must be the caller's own. */
async function ownPaper(work: Work, id: string, { caller }: Call): Promise<TestPaper> {
  const paper = await work.target(TestPaper, id, TestPaperNotFound);
  if (paper.author !== caller.subject) throw refuse(TestPaperNotYours);
  return paper;
}
