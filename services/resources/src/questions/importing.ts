import { Inject, Injectable } from '@nestjs/common';
import {
  actingOrganisation,
  CLOCK,
  isUuid,
  questionFacts,
  questionFaults,
  QuestionInput,
  QuestionsTooMany,
  refuse,
  Refusal,
  type Call,
  type Clock,
  type InputOf,
  type QuestionFaultCode,
  type QuestionImport,
  type resources,
} from '@lianxue/contracts';
import { render, sql, Store, type Work } from '@lianxue/persistence';
import { KnownNodes } from '../curriculum/known-nodes.js';
import { referenced } from '../curriculum/referenced.js';
import { boundBy, saying } from './entering.js';
import { Figures, type Figure } from './figures.js';
import { questionFault } from './judging.js';
import { QuestionFiles } from './question-files.js';
import { Question } from './question.entity.js';
import type { ReadQuestion } from './read-question.js';

type Order = InputOf<typeof resources.importQuestions>;
type Readable = Exclude<ReadQuestion, { fault: unknown }>;

/** One file at a time holds as many; more come in several. */
const mostAtOnce = 1000;

/** So many share a transaction, which then stays well within its two seconds. */
const batch = 100;

const described = QuestionInput.pick({ stage: true, subject: true, grades: true, difficulty: true, source: true, year: true });

/** Questions come in from files: what is there already is left out, what is no question is told. */
@Injectable()
export class ImportingQuestions {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(KnownNodes) private readonly nodes: KnownNodes,
    @Inject(QuestionFiles) private readonly files: QuestionFiles,
    @Inject(Figures) private readonly figures: Figures,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async import(order: Order, call: Call): Promise<QuestionImport> {
    const organisation = actingOrganisation(call.caller);
    await this.nodes.hold(boundBy(order), organisation);
    const read = await this.files.read(order.file, mostAtOnce, call.caller);
    if (read.length > mostAtOnce) throw refuse(QuestionsTooMany, { most: mostAtOnce });
    const outcome: QuestionImport = { read: read.length, imported: [], duplicates: [], refused: [] };
    const seen = new Set<string>();
    for (let from = 0; from < read.length; from += batch) {
      await this.take(read.slice(from, from + batch), from, { order, organisation, outcome, seen, call });
    }
    return outcome;
  }

  private async take(rows: readonly ReadQuestion[], from: number, running: Running): Promise<void> {
    const { order, outcome, call } = running;
    const figures: (Figure[] | QuestionFaultCode)[] = [];
    for (const row of rows) figures.push('fault' in row ? [] : await this.figuresOf(row, order.dryRun));
    const taken = await this.store.commit(call, async (work) => {
      const part: Omit<QuestionImport, 'read'> = { imported: [], duplicates: [], refused: [] };
      // Two imports at once would not see each other's questions.
      await work.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`questions ${running.organisation}`]);
      const questions: Question[] = [];
      const known = await this.nodesOf(rows, running.organisation, work);
      const drafts = rows.map((row) => ('fault' in row ? row.fault : this.draft(row, known, running)));
      const alike = await this.alike(
        drafts.flatMap((draft) => (typeof draft === 'string' ? [] : draft.fingerprint)),
        work,
        call,
      );
      for (const [index, draft] of drafts.entries()) {
        const row = from + index + 1;
        if (typeof draft === 'string') {
          part.refused.push({ row, fault: draft, words: questionFaults[draft][call.language] });
          continue;
        }
        const there = alike.get(draft.fingerprint) ?? null;
        if (!order.evenIfAlike && (there !== null || running.seen.has(draft.fingerprint))) {
          part.duplicates.push({ row, question: there });
          continue;
        }
        const shown = figures[index]!;
        if (typeof shown === 'string') part.refused.push({ row, fault: shown, words: questionFaults[shown][call.language] });
        else questions.push(Object.assign(draft, { figures: order.dryRun ? [] : shown }));
        running.seen.add(draft.fingerprint);
      }
      if (!order.dryRun) await work.insertAll(questions, questionFacts.entered);
      part.imported.push(...questions.flatMap(({ id }) => id ?? []));
      return part;
    });
    outcome.imported.push(...taken.imported);
    outcome.duplicates.push(...taken.duplicates);
    outcome.refused.push(...taken.refused);
  }

  /** A question of this file, or what is wrong with it. */
  private draft(row: Readable, known: Known, { order, organisation, call }: Running): Question | QuestionFaultCode {
    const fault = questionFault(row.content, new Set(row.figures.keys()));
    if (fault) return fault.code;
    const { stage = order.stage, subject = order.subject, difficulty = order.difficulty ?? null, grades = [], source, year } = row;
    const about = described.safeParse({ stage, subject, difficulty: difficulty ?? order.difficulty ?? null, grades, source, year });
    if (!about.success) return 'unreadable';
    const bound = (kind: 'chapter' | 'point' | 'competency', otherwise: readonly string[]) => {
      const named = row.nodes.filter((node) => node.kind === kind);
      return named.length === 0 ? [...otherwise] : named.map((node) => known(node));
    };
    const bindings = {
      chapters: bound('chapter', order.chapters),
      points: bound('point', order.points),
      competencies: bound('competency', order.competencies),
    };
    if (Object.values(bindings).flat().includes(undefined)) return 'bindings.unknown';
    const question = Object.assign(new Question(), about.data, bindings, {
      organisation,
      bank: order.bank,
      author: call.caller.subject,
      figures: [],
    });
    saying(question, row.content);
    if (question.unbound.length > 0) return 'bindings.missing';
    if (order.submit) question.make('submit', null, this.clock.now());
    return question;
  }

  /** Looked at before the commit, which must not wait for it. */
  private async figuresOf({ figures }: Readable, dryRun: boolean): Promise<Figure[] | QuestionFaultCode> {
    try {
      return await this.figures.within(figures, dryRun);
    } catch (error) {
      if (error instanceof Refusal) return 'figure.unfit';
      throw error;
    }
  }

  /** Those the caller may see that say the same. */
  private async alike(fingerprints: readonly string[], work: Work, call: Call): Promise<ReadonlyMap<string, string>> {
    const reach = await this.store.reachOf(Question, call);
    const { text, values } = render(
      sql`select t.id, t.fingerprint from question t where t.fingerprint = any(${fingerprints}::text[]) and t.status <> 'withdrawn' and ${reach} order by t.id desc`,
    );
    const rows = await work.query<{ id: string; fingerprint: string }>(text, values);
    return new Map(rows.map(({ id, fingerprint }) => [fingerprint, id]));
  }

  /** The nodes these rows name, as this organisation knows them. */
  private async nodesOf(rows: readonly ReadQuestion[], organisation: string, work: Work): Promise<Known> {
    const named = rows.flatMap((row) => ('fault' in row ? [] : row.nodes));
    const kinds = await this.nodes.known(
      named.flatMap(({ id }) => (id !== undefined && isUuid(id) ? [id] : [])),
      organisation,
    );
    const byReference = await referenced(
      named.map(({ reference }) => reference),
      organisation,
      work,
    );
    return ({ id, kind, reference }) => (id !== undefined && kinds.get(id) === kind ? id : byReference.get(reference));
  }
}

type Known = (node: Readable['nodes'][number]) => string | undefined;

interface Running {
  readonly order: Order;
  readonly organisation: string;
  readonly outcome: QuestionImport;
  /** Fingerprints of what this file has brought so far. */
  readonly seen: Set<string>;
  readonly call: Call;
}
