import { Controller, Inject } from '@nestjs/common';
import { resources, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { ImportingCurricula } from './importing.js';
import { ReadingCurricula } from './reading.js';

@Controller()
export class CurriculumHandlers {
  constructor(
    @Inject(ImportingCurricula) private readonly importing: ImportingCurricula,
    @Inject(ReadingCurricula) private readonly reading: ReadingCurricula,
  ) {}

  @Handles(resources.importCurriculum)
  async importCurriculum(input: InputOf<typeof resources.importCurriculum>, call: Call) {
    return (await this.importing.import(input, call)).view();
  }

  @Handles(resources.reviseCurriculum)
  async reviseCurriculum(input: InputOf<typeof resources.reviseCurriculum>, call: Call) {
    return (await this.importing.revise(input, call)).view();
  }

  @Handles(resources.curricula)
  curricula(input: InputOf<typeof resources.curricula>, call: Call) {
    return this.reading.page(input, call);
  }

  @Handles(resources.curriculum)
  async curriculum({ curriculumId }: InputOf<typeof resources.curriculum>, call: Call) {
    return (await this.reading.one(curriculumId, call)).view();
  }

  @Handles(resources.curriculumNodes)
  curriculumNodes(input: InputOf<typeof resources.curriculumNodes>, call: Call) {
    return this.reading.nodes(input, call);
  }

  @Handles(resources.curriculumNode)
  curriculumNode({ nodeId }: InputOf<typeof resources.curriculumNode>, call: Call) {
    return this.reading.node(nodeId, call);
  }
}
