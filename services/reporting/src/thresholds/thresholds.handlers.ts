import { Controller, Inject } from '@nestjs/common';
import { reporting, ThresholdNotFound, type Call, type InputOf } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Declaring } from './declaring.js';
import { Threshold } from './threshold.entity.js';
import { thresholdView } from './thresholds.view.js';
import { TryingThresholds } from './trying.js';

@Controller()
export class ThresholdsHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Declaring) private readonly declaring: Declaring,
    @Inject(TryingThresholds) private readonly trying: TryingThresholds,
  ) {}

  @Handles(reporting.thresholds)
  thresholds({ state, limit, cursor }: InputOf<typeof reporting.thresholds>, call: Call) {
    const where = state === undefined ? undefined : sql`t.state = ${state}`;
    return this.store.page(Threshold, call, { ...(where && { where }), limit, cursor }, (row) => thresholdView(row, call.caller));
  }

  @Handles(reporting.threshold)
  async threshold({ thresholdId }: InputOf<typeof reporting.threshold>, call: Call) {
    return thresholdView(await this.store.one(Threshold, thresholdId, call, ThresholdNotFound), call.caller);
  }

  @Handles(reporting.declareThreshold)
  async declareThreshold(input: InputOf<typeof reporting.declareThreshold>, call: Call) {
    return thresholdView(await this.declaring.declare(input, call), call.caller);
  }

  @Handles(reporting.changeThreshold)
  async changeThreshold(input: InputOf<typeof reporting.changeThreshold>, call: Call) {
    return thresholdView(await this.declaring.change(input, call), call.caller);
  }

  @Handles(reporting.tryThreshold)
  tryThreshold(input: InputOf<typeof reporting.tryThreshold>, call: Call) {
    return this.trying.of(input, call);
  }

  @Handles(reporting.switchOnThreshold)
  async switchOnThreshold(input: InputOf<typeof reporting.switchOnThreshold>, call: Call) {
    return thresholdView(await this.declaring.switchOn(input, call), call.caller);
  }

  @Handles(reporting.switchOffThreshold)
  async switchOffThreshold(input: InputOf<typeof reporting.switchOffThreshold>, call: Call) {
    return thresholdView(await this.declaring.switchOff(input, call), call.caller);
  }
}
