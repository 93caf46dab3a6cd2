import { Inject, Injectable } from '@nestjs/common';
import {
  DataSetNotFound,
  PeriodNotFound,
  PeriodOfOtherDataSet,
  refuse,
  ThresholdNotFound,
  ThresholdTrialUnfit,
  type Call,
  type InputOf,
  type reporting,
  type ThresholdTrial,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { DataSet } from '../collecting/data-set.entity.js';
import { Period } from '../collecting/period.entity.js';
import { JudgingMeasures } from './judging-measures.js';
import { Judging, watches, type Judgement, type Watching } from './judging.js';
import { Threshold } from './threshold.entity.js';

/** As many as are named in the answer. */
const named = 200;

/** Tries a threshold on figures of the past, and changes nothing. */
@Injectable()
export class TryingThresholds {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Judging) private readonly judging: Judging,
    @Inject(JudgingMeasures) private readonly measures: JudgingMeasures,
  ) {}

  async of({ thresholdId, periods, days }: InputOf<typeof reporting.tryThreshold>, call: Call): Promise<ThresholdTrial> {
    const threshold = await this.store.one(Threshold, thresholdId, call, ThresholdNotFound);
    const trial: ThresholdTrial = { judged: 0, beyond: 0, silent: 0, items: [] };
    if (watches(threshold, 'indicator')) {
      if (periods === undefined) throw refuse(ThresholdTrialUnfit, { needs: 'periods' });
      const { dataSet, tried } = await this.read(threshold, [...new Set(periods)], call);
      for (const period of tried) await this.count(trial, await this.judging.of(threshold, period, dataSet), null);
    } else if (watches(threshold, 'measure')) {
      if (days === undefined) throw refuse(ThresholdTrialUnfit, { needs: 'days' });
      for (const day of new Set(days)) await this.count(trial, { judged: await this.measures.upTo(threshold, day), silent: 0 }, day);
    }
    return trial;
  }

  private async count(trial: ThresholdTrial, { judged, silent }: Judgement, day: string | null): Promise<void> {
    const beyond = judged.filter((each) => each.beyond);
    trial.judged += judged.length;
    trial.beyond += beyond.length;
    trial.silent += silent;
    const told = beyond.slice(0, named - trial.items.length);
    const names = await this.names(told.map(({ organisation }) => organisation));
    trial.items.push(
      ...told.map(({ organisation, value, period }) => ({
        organisation,
        name: names.get(organisation)!,
        period,
        day,
        value: Number(value),
      })),
    );
  }

  /** The data set was handed down to who declared the threshold; whoever may try that may read its figures. */
  private async read(
    { watches: watched }: Watching<'indicator'>,
    ids: readonly string[],
    call: Call,
  ): Promise<{ dataSet: DataSet; tried: Period[] }> {
    const handedDown = { ...call, operation: { ...call.operation, reach: 'handedDown' as const } };
    const dataSet = await this.store.one(DataSet, watched.dataSet, handedDown, DataSetNotFound);
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
