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
  type TestPaperInput,
  type TestPaperRevision,
  type TestPaperSection,
} from '@lianxue/contracts';
import { sql, Store, type Work } from '@lianxue/persistence';
import { Question } from '../questions/question.entity.js';
import { TestPaper } from './test-paper.entity.js';

/** A paper is read whole, in one answer. */
const mostBytes = 600 * 1024;

type Named = TestPaperInput['sections'];

/** Teachers assemble papers from approved questions; what a question said then stays with the paper. */
@Injectable()
export class AssemblingTestPapers {
  constructor(@Inject(Store) private readonly store: Store) {}

  async assemble({ sections: named, ...about }: TestPaperInput & { id?: string | undefined }, call: Call): Promise<TestPaper> {
    const sections = await this.filled(named, call);
    const paper = Object.assign(new TestPaper(), about, { organisation: actingOrganisation(call.caller), author: call.caller.subject });
    paper.put(sections);
    return this.store.commit(call, (work) =>
      work.insert(paper, testPaperFacts.assembled, (existing) => isDeepStrictEqual(existing.sections, paper.sections)),
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
  private async filled(named: Named, call: Call): Promise<TestPaperSection[]> {
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
        const shown = figures.map(({ name, sha256, mediaType, size }) => ({ name, sha256, mediaType, size }));
        return { question: id, version, score: worth ?? 0, content, figures: shown };
      }),
    }));
    if (unscored.length > 0) throw refuse(TestPaperUnscored, { questions: unscored });
    if (Buffer.byteLength(JSON.stringify(sections)) > mostBytes) throw refuse(TestPaperTooLarge, { most: mostPaperQuestions });
    return sections;
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
