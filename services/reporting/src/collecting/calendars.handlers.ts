import { Controller, Inject } from '@nestjs/common';
import { PeriodNotFound, reporting, type Call, type InputOf } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { exceptionView, holidaysView } from './collecting.view.js';
import { PeriodException } from './exception.entity.js';
import { Granting } from './granting.js';
import { Holidays } from './holidays.entity.js';
import { KeepingHolidays } from './keeping-holidays.js';
import { Period } from './period.entity.js';

@Controller()
export class CalendarsHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(KeepingHolidays) private readonly keepingHolidays: KeepingHolidays,
    @Inject(Granting) private readonly granting: Granting,
  ) {}

  @Handles(reporting.setHolidays)
  async setHolidays(input: InputOf<typeof reporting.setHolidays>, call: Call) {
    return holidaysView(await this.keepingHolidays.set(input, call));
  }

  @Handles(reporting.holidays)
  holidays({ year, limit, cursor }: InputOf<typeof reporting.holidays>, call: Call) {
    const where = year === undefined ? undefined : sql`t.year = ${year}`;
    return this.store.page(Holidays, call, { ...(where && { where }), limit, cursor }, holidaysView);
  }

  @Handles(reporting.grantException)
  async grantException(input: InputOf<typeof reporting.grantException>, call: Call) {
    return exceptionView(await this.granting.grant(input, call));
  }

  @Handles(reporting.exceptions)
  async exceptions({ periodId, limit, cursor }: InputOf<typeof reporting.exceptions>, call: Call) {
    const { id } = await this.store.one(Period, periodId, call, PeriodNotFound);
    return this.store.page(PeriodException, call, { where: sql`t.period = ${id}`, limit, cursor }, exceptionView);
  }

  @Handles(reporting.withdrawException)
  async withdrawException({ exceptionId }: InputOf<typeof reporting.withdrawException>, call: Call) {
    return exceptionView(await this.granting.withdraw(exceptionId, call));
  }

  @Handles(reporting.periodWindows)
  periodWindows({ periodId, organisation }: InputOf<typeof reporting.periodWindows>, call: Call) {
    return this.granting.windows(periodId, organisation, call);
  }
}
