import { Controller, Inject } from '@nestjs/common';
import { reporting, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Summarizing } from './summarizing.js';
import { yearPaper } from './year-paper.js';

@Controller()
export class YearSummaryHandlers {
  constructor(@Inject(Summarizing) private readonly summarizing: Summarizing) {}

  @Handles(reporting.yearSummary)
  yearSummary(input: InputOf<typeof reporting.yearSummary>, call: Call) {
    return this.summarizing.read(input, call);
  }

  @Handles(reporting.yearSummaryPaper)
  async yearSummaryPaper(input: InputOf<typeof reporting.yearSummaryPaper>, call: Call) {
    return yearPaper(await this.summarizing.read(input, call));
  }
}
