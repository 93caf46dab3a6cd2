import { Controller, Inject } from '@nestjs/common';
import { CLOCK, DataSetNotFound, FormNotFound, PeriodNotFound, reporting, type Call, type Clock, type InputOf } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Collecting } from './collecting.js';
import { dataSetView, formView, periodView } from './collecting.view.js';
import { DataSet } from './data-set.entity.js';
import { Form } from './form.entity.js';
import { Period } from './period.entity.js';

@Controller()
export class CollectingHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Collecting) private readonly collecting: Collecting,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(reporting.dataSets)
  dataSets({ limit, cursor }: InputOf<typeof reporting.dataSets>, call: Call) {
    return this.store.page(DataSet, call, { limit, cursor }, dataSetView);
  }

  @Handles(reporting.dataSet)
  async dataSet({ dataSetId }: InputOf<typeof reporting.dataSet>, call: Call) {
    return dataSetView(await this.store.one(DataSet, dataSetId, call, DataSetNotFound));
  }

  @Handles(reporting.defineDataSet)
  async defineDataSet(input: InputOf<typeof reporting.defineDataSet>, call: Call) {
    return dataSetView(await this.collecting.define(input, call));
  }

  @Handles(reporting.issueForm)
  async issueForm(input: InputOf<typeof reporting.issueForm>, call: Call) {
    return formView(await this.collecting.issue(input, call));
  }

  @Handles(reporting.forms)
  async forms(input: InputOf<typeof reporting.forms>, call: Call) {
    return this.store.page(Form, call, await this.collecting.formsOf(input, call), formView);
  }

  @Handles(reporting.form)
  async form({ formId }: InputOf<typeof reporting.form>, call: Call) {
    return formView(await this.store.one(Form, formId, call, FormNotFound));
  }

  @Handles(reporting.openPeriod)
  async openPeriod(input: InputOf<typeof reporting.openPeriod>, call: Call) {
    return this.view(await this.collecting.open(input, call));
  }

  @Handles(reporting.announcePeriod)
  async announcePeriod(input: InputOf<typeof reporting.announcePeriod>, call: Call) {
    return this.view(await this.collecting.announce(input, call));
  }

  @Handles(reporting.periods)
  periods({ dataSet, limit, cursor }: InputOf<typeof reporting.periods>, call: Call) {
    const where = dataSet === undefined ? undefined : sql`t.data_set = ${dataSet}`;
    return this.store.page(Period, call, { ...(where && { where }), limit, cursor }, (period) => this.view(period));
  }

  @Handles(reporting.period)
  async period({ periodId }: InputOf<typeof reporting.period>, call: Call) {
    return this.view(await this.store.one(Period, periodId, call, PeriodNotFound));
  }

  @Handles(reporting.changePeriod)
  async changePeriod(input: InputOf<typeof reporting.changePeriod>, call: Call) {
    return this.view(await this.collecting.change(input, call));
  }

  private view(period: Period) {
    return periodView(period, this.clock.now());
  }
}
