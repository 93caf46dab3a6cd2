import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { actingOrganisation, bankQuestionKinds, BankTooSmall, refuse, type Blueprint, type Call } from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { KnownNodes } from '../curriculum/known-nodes.js';
import { Question } from '../questions/question.entity.js';
import { AssemblingTestPapers } from './assembling.js';
import type { TestPaper } from './test-paper.entity.js';

type Line = Blueprint['sections'][number]['lines'][number];

/** What a line may choose from; a bank has far fewer questions of one chapter and difficulty. */
const mostCandidates = 2000;

/** A paper is drawn from the bank line by line; where a line finds too few it says how many, and nothing is assembled. */
@Injectable()
export class Blueprinting {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(KnownNodes) private readonly nodes: KnownNodes,
    @Inject(AssemblingTestPapers) private readonly assembling: AssemblingTestPapers,
  ) {}

  async assemble({ sections, without, bank, ...about }: Blueprint & { id?: string | undefined }, call: Call): Promise<TestPaper> {
    actingOrganisation(call.caller);
    const lines = sections.flatMap((section, at) => section.lines.map((line, nth) => ({ line, section: at + 1, nth: nth + 1 })));
    const candidates = await Promise.all(lines.map(({ line }) => this.candidates(line, { bank, without, ...about }, call)));
    const chosen = choice(
      lines.map(({ line }) => line.count),
      candidates,
    );
    const wanting = lines.flatMap(({ line, section, nth }, index) =>
      chosen[index]!.length < line.count ? [{ section, line: nth, wanted: line.count, found: chosen[index]!.length, of: line }] : [],
    );
    if (wanting.length > 0) {
      const words = wanting.map((each) => inWords(each, call.language));
      throw refuse(BankTooSmall, { wanting: words, lines: wanting.map(({ of: _, ...rest }) => rest) });
    }
    const filled = sections.map(({ title, note }, at) => ({
      ...{ title, note },
      questions: lines.flatMap(({ line, section }, index) =>
        section === at + 1 ? chosen[index]!.map((question) => ({ question, score: line.score })) : [],
      ),
    }));
    return this.assembling.assemble({ ...about, sections: filled }, call);
  }

  private async candidates(
    line: Line,
    { bank, stage, subject, without }: Pick<Blueprint, 'bank' | 'stage' | 'subject' | 'without'>,
    call: Call,
  ) {
    const bound = line.nodes.length === 0 ? undefined : await this.nodes.within(line.nodes);
    const fits = allOf(
      sql`t.status = 'approved' and t.bank = ${bank} and t.stage = ${stage} and t.subject = ${subject}`,
      sql`t.id <> all(${without}::uuid[])`,
      line.kind !== undefined && sql`t.kind = ${line.kind}`,
      line.difficulty !== undefined && sql`t.difficulty = ${line.difficulty}`,
      bound && sql`(t.chapters || t.points || t.competencies) && ${bound}::uuid[]`,
      await this.store.reachOf(Question, call),
    );
    const rows = await this.store.scan<{ id: string }>(
      sql`select t.id from question t where ${fits} order by t.id desc limit ${mostCandidates}`,
    );
    return shuffled(rows.map(({ id }) => id));
  }
}

/**
 * Gives each line its questions, none to two: where a line has too few left, one that another line could do without is taken over
 * from there (a matching along augmenting paths), so that it is refused only when the bank cannot do it.
 */
function choice(counts: readonly number[], candidates: readonly (readonly string[])[]): string[][] {
  const takenBy = new Map<string, number>();
  const give = (line: number, asked: Set<number>): boolean => {
    if (asked.has(line)) return false;
    asked.add(line);
    const question = candidates[line]!.find((each) => {
      const holder = takenBy.get(each);
      return holder === undefined || (holder !== line && give(holder, asked));
    });
    if (question !== undefined) takenBy.set(question, line);
    return question !== undefined;
  };
  counts.forEach((count, line) => {
    for (let nth = 0; nth < count && give(line, new Set()); nth++);
  });
  return candidates.map((list, line) => list.filter((question) => takenBy.get(question) === line));
}

function shuffled(ids: string[]): string[] {
  for (let last = ids.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    [ids[last], ids[other]] = [ids[other]!, ids[last]!];
  }
  return ids;
}

function inWords(
  { section, line, wanted, found, of }: { section: number; line: number; wanted: number; found: number; of: Line },
  language: 'zh' | 'en',
) {
  const kind = of.kind ? bankQuestionKinds[of.kind][language] : '';
  const difficulty = of.difficulty ?? '';
  return language === 'zh'
    ? `第${section}大题第${line}行${difficulty && `难度${difficulty}`}${kind}要${wanted}题，只有${found}题`
    : `section ${section}, line ${line}${kind && `, ${kind}`}${difficulty && `, difficulty ${difficulty}`}: ${wanted} wanted, ${found} found`;
}
