import { Inject, Injectable } from '@nestjs/common';
import {
  DataSetNotFound,
  PeriodNotFound,
  PeriodOfOtherDataSet,
  refuse,
  ThresholdNotFound,
  type Call,
  type InputOf,
  type reporting,
  type ThresholdTrial,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { DataSet } from '../collecting/data-set.entity.js';
import { Period } from '../collecting/period.entity.js';
import { Judging } from './judging.js';
import { Threshold } from './threshold.entity.js';

/** As many as are named in the answer. */
const named = 200;

/** Tries a threshold on figures of the past, and changes nothing. */
@Injectable()
export class TryingThresholds {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Judging) private readonly judging: Judging,
  ) {}

  async of({ thresholdId, periods }: InputOf<typeof reporting.tryThreshold>, call: Call): Promise<ThresholdTrial> {
    const threshold = await this.store.one(Threshold, thresholdId, call, ThresholdNotFound);
    const trial: ThresholdTrial = { judged: 0, beyond: 0, silent: 0, items: [] };
    const { dataSet, tried } = await this.read(threshold, [...new Set(periods)], call);
    for (const period of tried) {
      const { judged, silent } = await this.judging.of(threshold, period, dataSet);
      const beyond = judged.filter((each) => each.beyond);
      trial.judged += judged.length;
      trial.beyond += beyond.length;
      trial.silent += silent;
      const told = beyond.slice(0, named - trial.items.length);
      const names = await this.names(told.map(({ organisation }) => organisation));
      trial.items.push(
        ...told.map(({ organisation, value }) => ({
          organisation,
          name: names.get(organisation)!,
          period: period.id,
          value: Number(value),
        })),
      );
    }
    return trial;
  }

  /** The data set was handed down to who declared the threshold; whoever may try that may read its figures. */
  private async read({ watches }: Threshold, ids: readonly string[], call: Call): Promise<{ dataSet: DataSet; tried: Period[] }> {
    const handedDown = { ...call, operation: { ...call.operation, reach: 'handedDown' as const } };
    const dataSet = await this.store.one(DataSet, watches.dataSet, handedDown, DataSetNotFound);
    const tried = await Promise.all(ids.map((id) => this.store.one(Period, id, handedDown, PeriodNotFound)));
    const strange = tried.filter((period) => period.dataSet !== dataSet.id).map(({ id }) => id);
    if (strange.length > 0) throw refuse(PeriodOfOtherDataSet, { periods: strange });
    return { dataSet, tried };
  }

  private async names(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.store.read<{ id: string; name: string }>(sql`select id, name from organisation where id = any(${ids}::uuid[])`);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
