import { reporting, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller, Inject } from '@nestjs/common';
import { FillingFromExcel } from './filling-from-excel.js';
import { FormsInExcel } from './forms-in-excel.js';

@Controller()
export class SheetsHandlers {
  constructor(
    @Inject(FormsInExcel) private readonly forms: FormsInExcel,
    @Inject(FillingFromExcel) private readonly filling: FillingFromExcel,
  ) {}

  @Handles(reporting.submissionSheet)
  submissionSheet({ submissionId }: InputOf<typeof reporting.submissionSheet>, call: Call) {
    return this.forms.make(submissionId, call);
  }

  @Handles(reporting.fillInFromSheet)
  fillInFromSheet(input: InputOf<typeof reporting.fillInFromSheet>, call: Call) {
    return this.filling.fillIn(input, call);
  }
}
