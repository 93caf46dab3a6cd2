import { Controller, Inject } from '@nestjs/common';
import { resources, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { DecidingOnQuestions } from './deciding.js';
import { EnteringQuestions } from './entering.js';
import { ExportingQuestions } from './exporting.js';
import { Figures } from './figures.js';
import { FindingQuestions } from './finding-questions.js';
import { ImportingQuestions } from './importing.js';

@Controller()
export class QuestionsHandlers {
  constructor(
    @Inject(EnteringQuestions) private readonly entering: EnteringQuestions,
    @Inject(FindingQuestions) private readonly finding: FindingQuestions,
    @Inject(DecidingOnQuestions) private readonly deciding: DecidingOnQuestions,
    @Inject(ImportingQuestions) private readonly importing: ImportingQuestions,
    @Inject(ExportingQuestions) private readonly exporting: ExportingQuestions,
    @Inject(Figures) private readonly figures: Figures,
  ) {}

  @Handles(resources.enterQuestion)
  async enterQuestion(input: InputOf<typeof resources.enterQuestion>, call: Call) {
    return (await this.entering.enter(input, call)).view(call.caller);
  }

  @Handles(resources.questions)
  questions(input: InputOf<typeof resources.questions>, call: Call) {
    return this.finding.page(input, call);
  }

  @Handles(resources.question)
  question({ questionId }: InputOf<typeof resources.question>, call: Call) {
    return this.finding.one(questionId, call);
  }

  @Handles(resources.editQuestion)
  async editQuestion(input: InputOf<typeof resources.editQuestion>, call: Call) {
    return (await this.entering.edit(input, call)).view(call.caller);
  }

  @Handles(resources.discardQuestion)
  async discardQuestion({ questionId }: InputOf<typeof resources.discardQuestion>, call: Call) {
    await this.entering.discard(questionId, call);
  }

  @Handles(resources.moveQuestions)
  async moveQuestions(input: InputOf<typeof resources.moveQuestions>, call: Call) {
    return { moved: await this.deciding.move(input, call) };
  }

  @Handles(resources.importQuestions)
  importQuestions(input: InputOf<typeof resources.importQuestions>, call: Call) {
    return this.importing.import(input, call);
  }

  @Handles(resources.exportQuestions)
  exportQuestions({ questions }: InputOf<typeof resources.exportQuestions>, call: Call) {
    return this.exporting.export(questions, call);
  }

  @Handles(resources.questionFigure)
  questionFigure({ questionId, figure }: InputOf<typeof resources.questionFigure>, call: Call) {
    return this.figures.give(questionId, figure, call);
  }
}
