import { CLOCK, reporting, type Call, type Clock, type InputOf } from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller, Inject } from '@nestjs/common';
import { FillingFromExcel } from './filling-from-excel.js';
import { viewsOf } from '../submissions/views.js';
import { FormsInExcel } from './forms-in-excel.js';
import { NationalEntering } from './national-entering.js';

@Controller()
export class SheetsHandlers {
  constructor(
    @Inject(FormsInExcel) private readonly forms: FormsInExcel,
    @Inject(FillingFromExcel) private readonly filling: FillingFromExcel,
    @Inject(NationalEntering) private readonly national: NationalEntering,
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(reporting.submissionSheet)
  submissionSheet({ submissionId }: InputOf<typeof reporting.submissionSheet>, call: Call) {
    return this.forms.make(submissionId, call);
  }

  @Handles(reporting.fillInFromSheet)
  fillInFromSheet(input: InputOf<typeof reporting.fillInFromSheet>, call: Call) {
    return this.filling.fillIn(input, call);
  }

  @Handles(reporting.nationalSheet)
  nationalSheet({ submissionId }: InputOf<typeof reporting.nationalSheet>, call: Call) {
    return this.national.sheet(submissionId, call);
  }

  @Handles(reporting.enterNationally)
  async enterNationally(input: InputOf<typeof reporting.enterNationally>, call: Call) {
    const [view] = await viewsOf([await this.national.enter(input, call)], this.store, call, this.clock.now());
    return view!;
  }
}
