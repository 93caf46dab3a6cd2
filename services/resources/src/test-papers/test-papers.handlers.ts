import { Controller, Inject } from '@nestjs/common';
import { resources, TestPaperNotFound, type Call, type InputOf } from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { AssemblingTestPapers } from './assembling.js';
import { Blueprinting } from './blueprinting.js';
import { TestPaper } from './test-paper.entity.js';
import { keyOf, paperOf } from './test-paper.print.js';

@Controller()
export class TestPapersHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(AssemblingTestPapers) private readonly assembling: AssemblingTestPapers,
    @Inject(Blueprinting) private readonly blueprinting: Blueprinting,
  ) {}

  @Handles(resources.assembleTestPaper)
  async assembleTestPaper(input: InputOf<typeof resources.assembleTestPaper>, call: Call) {
    return (await this.assembling.assemble(input, call)).view();
  }

  @Handles(resources.assembleByBlueprint)
  async assembleByBlueprint(input: InputOf<typeof resources.assembleByBlueprint>, call: Call) {
    return (await this.blueprinting.assemble(input, call)).view();
  }

  @Handles(resources.testPapers)
  testPapers({ stage, subject, limit, cursor }: InputOf<typeof resources.testPapers>, call: Call) {
    const where = allOf(stage !== undefined && sql`t.stage = ${stage}`, subject !== undefined && sql`t.subject = ${subject}`);
    return this.store.page(TestPaper, call, { where, limit, cursor }, (paper) => paper.head());
  }

  @Handles(resources.testPaper)
  async testPaper({ testPaperId }: InputOf<typeof resources.testPaper>, call: Call) {
    return (await this.one(testPaperId, call)).view();
  }

  @Handles(resources.reviseTestPaper)
  async reviseTestPaper(input: InputOf<typeof resources.reviseTestPaper>, call: Call) {
    return (await this.assembling.revise(input, call)).view();
  }

  @Handles(resources.discardTestPaper)
  async discardTestPaper({ testPaperId }: InputOf<typeof resources.discardTestPaper>, call: Call) {
    await this.assembling.discard(testPaperId, call);
  }

  @Handles(resources.testPaperSheet)
  async testPaperSheet({ testPaperId }: InputOf<typeof resources.testPaperSheet>, call: Call) {
    return paperOf(await this.one(testPaperId, call));
  }

  @Handles(resources.testPaperKey)
  async testPaperKey({ testPaperId }: InputOf<typeof resources.testPaperKey>, call: Call) {
    return keyOf(await this.one(testPaperId, call));
  }

  @Handles(resources.testPaperFigure)
  testPaperFigure(input: InputOf<typeof resources.testPaperFigure>, call: Call) {
    return this.assembling.figure(input, call);
  }

  private one(id: string, call: Call): Promise<TestPaper> {
    return this.store.one(TestPaper, id, call, TestPaperNotFound);
  }
}
