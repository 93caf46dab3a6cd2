import { Controller, Inject } from '@nestjs/common';
import { DataSetNotFound, reporting, type Call, type InputOf } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { DataSet } from '../collecting/data-set.entity.js';
import { EvaluatingTargets } from './evaluating-targets.js';
import { Target } from './target.entity.js';
import { targetView } from './target.view.js';
import { Targeting } from './targeting.js';

@Controller()
export class TargetsHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Targeting) private readonly targeting: Targeting,
    @Inject(EvaluatingTargets) private readonly evaluating: EvaluatingTargets,
  ) {}

  @Handles(reporting.targets)
  async targets({ dataSetId, limit, cursor }: InputOf<typeof reporting.targets>, call: Call) {
    const { id } = await this.store.one(DataSet, dataSetId, call, DataSetNotFound);
    return this.store.page(Target, call, { where: sql`t.data_set = ${id}`, limit, cursor }, targetView);
  }

  @Handles(reporting.setTarget)
  async setTarget(input: InputOf<typeof reporting.setTarget>, call: Call) {
    return targetView(await this.targeting.set(input, call));
  }

  @Handles(reporting.adoptTargets)
  async adoptTargets(input: InputOf<typeof reporting.adoptTargets>, call: Call) {
    return { items: (await this.targeting.adopt(input, call)).map(targetView) };
  }

  @Handles(reporting.changeTarget)
  async changeTarget(input: InputOf<typeof reporting.changeTarget>, call: Call) {
    return targetView(await this.targeting.change(input, call));
  }

  @Handles(reporting.removeTarget)
  removeTarget(input: InputOf<typeof reporting.removeTarget>, call: Call) {
    return this.targeting.remove(input, call);
  }

  @Handles(reporting.evaluateTargets)
  evaluateTargets(input: InputOf<typeof reporting.evaluateTargets>, call: Call) {
    return this.evaluating.evaluate(input, call);
  }
}
