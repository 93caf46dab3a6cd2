import { Controller, Inject } from '@nestjs/common';
import { incidents, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { dailyReportView } from './daily-report.view.js';
import { Declaring } from './declaring.js';
import { Filing } from './filing.js';
import { Overseeing } from './overseeing.js';

@Controller()
export class GuardingHandlers {
  constructor(
    @Inject(Declaring) private readonly declaring: Declaring,
    @Inject(Filing) private readonly filing: Filing,
    @Inject(Overseeing) private readonly overseeing: Overseeing,
  ) {}

  @Handles(incidents.declareGuardPeriod)
  async declareGuardPeriod(input: InputOf<typeof incidents.declareGuardPeriod>, call: Call) {
    return (await this.declaring.declare(input, call)).fact();
  }

  @Handles(incidents.amendGuardPeriod)
  async amendGuardPeriod(input: InputOf<typeof incidents.amendGuardPeriod>, call: Call) {
    return (await this.declaring.amend(input, call)).fact();
  }

  @Handles(incidents.guardPeriods)
  guardPeriods(input: InputOf<typeof incidents.guardPeriods>, call: Call) {
    return this.declaring.page(input, call, (row) => row.fact());
  }

  @Handles(incidents.guardPeriod)
  async guardPeriod({ guardPeriodId }: InputOf<typeof incidents.guardPeriod>, call: Call) {
    return (await this.declaring.one(guardPeriodId, call)).fact();
  }

  @Handles(incidents.fileDailyReport)
  async fileDailyReport(input: InputOf<typeof incidents.fileDailyReport>, call: Call) {
    return dailyReportView(await this.filing.file(input, call));
  }

  @Handles(incidents.dailyReports)
  dailyReports(input: InputOf<typeof incidents.dailyReports>, call: Call) {
    return this.overseeing.reports(input, call);
  }

  @Handles(incidents.missing)
  missing(input: InputOf<typeof incidents.missing>, call: Call) {
    return this.overseeing.missing(input, call);
  }
}
