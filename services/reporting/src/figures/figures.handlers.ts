import { Controller, Inject } from '@nestjs/common';
import { OrganisationRequired, PeriodNotFound, refuse, reporting, type Call, type InputOf } from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Period } from '../collecting/period.entity.js';
import { IndicatorFigures } from './indicator-figures.js';
import { NamedUnits } from './named-units.js';
import { RollingUp } from './roll-up.js';
import { Settling } from './settling.js';

@Controller()
export class FiguresHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(RollingUp) private readonly rollingUp: RollingUp,
    @Inject(IndicatorFigures) private readonly indicatorFigures: IndicatorFigures,
    @Inject(NamedUnits) private readonly namedUnits: NamedUnits,
    @Inject(Settling) private readonly settling: Settling,
  ) {}

  @Handles(reporting.figures)
  figures(input: InputOf<typeof reporting.figures>, call: Call) {
    return this.indicatorFigures.read(input, call);
  }

  @Handles(reporting.figureUnits)
  figureUnits(input: InputOf<typeof reporting.figureUnits>, call: Call) {
    return this.namedUnits.page(input, call);
  }

  @Handles(reporting.settlePeriod)
  settlePeriod({ periodId }: InputOf<typeof reporting.settlePeriod>, call: Call) {
    return this.settling.settle(periodId, call);
  }

  @Handles(reporting.rollUp)
  async rollUp({ periodId }: InputOf<typeof reporting.rollUp>, call: Call) {
    return this.read(await this.store.one(Period, periodId, call, PeriodNotFound), call);
  }

  @Handles(reporting.recountRollUp)
  async recountRollUp({ periodId }: InputOf<typeof reporting.recountRollUp>, call: Call) {
    return this.read(await this.rollingUp.recount(periodId, call), call);
  }

  private read(period: Period, { caller }: Call) {
    if (caller.organisation === undefined) throw refuse(OrganisationRequired);
    return this.rollingUp.read(period, caller.organisation);
  }
}
