import { Controller, Inject } from '@nestjs/common';
import { resources, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Hearing } from './hearing.js';

@Controller()
export class ReportsHandlers {
  constructor(@Inject(Hearing) private readonly hearing: Hearing) {}

  @Handles(resources.reportResource)
  async reportResource(input: InputOf<typeof resources.reportResource>, call: Call) {
    return this.hearing.view(await this.hearing.file(input, call), call);
  }

  @Handles(resources.resourceReports)
  resourceReports(input: InputOf<typeof resources.resourceReports>, call: Call) {
    return this.hearing.page(input, call);
  }

  @Handles(resources.answerReport)
  async answerReport(input: InputOf<typeof resources.answerReport>, call: Call) {
    return this.hearing.view(await this.hearing.answer(input, call), call);
  }
}
