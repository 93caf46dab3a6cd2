import { Controller, Inject } from '@nestjs/common';
import { inBeijing, reporting, type Call, type InputOf, type Urging as UrgingView } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { itemOf } from '../collecting/collecting.view.js';
import { Overseeing } from './overseeing.js';
import { Urging } from './urging.entity.js';
import { UrgingUnits } from './urging.js';

@Controller()
export class CompletionHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Overseeing) private readonly overseeing: Overseeing,
    @Inject(UrgingUnits) private readonly urging: UrgingUnits,
  ) {}

  @Handles(reporting.completion)
  completion(input: InputOf<typeof reporting.completion>, call: Call) {
    return this.overseeing.completion(input, call);
  }

  @Handles(reporting.units)
  units(input: InputOf<typeof reporting.units>, call: Call) {
    return this.overseeing.units(input, call);
  }

  @Handles(reporting.overdueUnits)
  overdueUnits(input: InputOf<typeof reporting.overdueUnits>, call: Call) {
    return this.overseeing.overdue(input, call);
  }

  @Handles(reporting.urge)
  urge(input: InputOf<typeof reporting.urge>, call: Call) {
    return this.urging.urge(input, call);
  }

  @Handles(reporting.urgings)
  urgings({ period, limit, cursor }: InputOf<typeof reporting.urgings>, call: Call) {
    const where = period === undefined ? undefined : sql`t.period = ${period}`;
    return this.store.page(Urging, call, { ...(where && { where }), limit, cursor }, urgingView);
  }
}

const urgingView = (urging: Urging): UrgingView => ({ ...urging.fact(), ...itemOf(urging), note: urging.note, due: inBeijing(urging.due) });
