import { Controller, Inject } from '@nestjs/common';
import { reporting, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Printing } from './printing.js';

@Controller()
export class PrintingHandlers {
  constructor(@Inject(Printing) private readonly printing: Printing) {}

  @Handles(reporting.submissionPaper)
  submissionPaper({ submissionId }: InputOf<typeof reporting.submissionPaper>, call: Call) {
    return this.printing.submission(submissionId, call);
  }

  @Handles(reporting.formPaper)
  formPaper({ formId }: InputOf<typeof reporting.formPaper>, call: Call) {
    return this.printing.emptyForm(formId, call);
  }
}
