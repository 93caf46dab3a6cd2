import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, dayInBeijing, QuestionNotFound, refuse, type Call, type Clock } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Figures } from './figures.js';
import { packageOf, type Exported, type Taxon } from './qti/package-writing.js';
import { QuestionFiles } from './question-files.js';
import { Question } from './question.entity.js';

/** A page of the store at a time. */
const atOnce = 100;

/** Questions go out as a package of QTI, whole: what was read from it again is the same. */
@Injectable()
export class ExportingQuestions {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Figures) private readonly figures: Figures,
    @Inject(QuestionFiles) private readonly files: QuestionFiles,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async export(named: readonly string[], call: Call): Promise<{ id: string; name: string }> {
    const ids = [...new Set(named)];
    const found = new Map<string, Question>();
    for (let from = 0; from < ids.length; from += atOnce) {
      const part = ids.slice(from, from + atOnce);
      const request = { where: sql`t.id = any(${part}::uuid[])`, among: sql`select unnest(${part}::uuid[])`, limit: atOnce };
      for (let page = await this.rows(request, call); ; page = await this.rows({ ...request, cursor: page.next }, call)) {
        for (const question of page.items) found.set(question.id, question);
        if (page.next === undefined) break;
      }
    }
    if (found.size < ids.length) throw refuse(QuestionNotFound);
    const questions = ids.map((id) => found.get(id)!);
    const exported: Exported[] = [];
    for (const question of questions) exported.push({ question, figures: await this.pictures(question) });
    const name = `试题 ${dayInBeijing(this.clock.now())} QTI.zip`;
    return this.files.keep(name, packageOf(exported, await this.taxa(questions)), call.caller);
  }

  private rows(request: Parameters<Store['page']>[2], call: Call) {
    return this.store.page(Question, call, request, (question) => question);
  }

  private async pictures({ figures }: Question): Promise<Map<string, Uint8Array>> {
    const pictures = new Map<string, Uint8Array>();
    for (const figure of figures) pictures.set(figure.name, await this.figures.bytes(figure));
    return pictures;
  }

  private async taxa(questions: readonly Question[]): Promise<ReadonlyMap<string, Taxon>> {
    const bound = [...new Set(questions.flatMap(({ chapters, points, competencies }) => [...chapters, ...points, ...competencies]))];
    const rows = await this.store.scan<Taxon>(
      sql`select n.id, n.tree as curriculum, n.kind, n.code, n.name, c.code as "curriculumCode"
          from curriculum_node n join curriculum c on c.id = n.tree where n.id = any(${bound}::uuid[])`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
