import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  DataSetNotFound,
  FiguresUnknownIndicator,
  InputInvalid,
  isNumeric,
  refuse,
  thresholdFacts,
  ThresholdNotFound,
  ThresholdOn,
  ThresholdWatchesNobody,
  type Call,
  type InputOf,
  type reporting,
} from '@lianxue/contracts';
import { newId, Store } from '@lianxue/persistence';
import { DataSet } from '../collecting/data-set.entity.js';
import { PeriodReading } from '../figures/period-reading.js';
import { watchedKinds } from './judging.js';
import { Threshold } from './threshold.entity.js';

/** An authority says of what it wants to be warned, and from when. */
@Injectable()
export class Declaring {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(PeriodReading) private readonly reading: PeriodReading,
  ) {}

  async declare(
    { id = newId(), validFrom, validUntil, ...content }: InputOf<typeof reporting.declareThreshold>,
    call: Call,
  ): Promise<Threshold> {
    const { dataSet, indicator } = content.watches;
    const { form, filledBy } = await this.store.one(DataSet, dataSet, call, DataSetNotFound);
    const asked = (await this.reading.formsOf([form])).get(form)!.indicators.find(({ code }) => code === indicator);
    if (!asked || !isNumeric(asked)) throw refuse(FiguresUnknownIndicator, { codes: [indicator] });
    return this.store.commit(call, async (work) => {
      await work.within(content.organisation);
      const valid = { validFrom: validFrom ?? null, validUntil: validUntil ?? null };
      const threshold = Object.assign(new Threshold(), content, { id, ...valid });
      hold(threshold, { filledBy }, call);
      const same = (existing: Threshold) =>
        isDeepStrictEqual({ ...existing.fact(), state: undefined }, { ...threshold.fact(), state: undefined });
      return work.insert(threshold, thresholdFacts.declared, same);
    });
  }

  change({ thresholdId, ...changes }: InputOf<typeof reporting.changeThreshold>, call: Call): Promise<Threshold> {
    return this.store.commit(call, async (work) => {
      const threshold = await work.target(Threshold, thresholdId, ThresholdNotFound);
      if (threshold.state === 'on') throw refuse(ThresholdOn);
      const given = Object.entries(changes).filter(([, value]) => value !== undefined);
      Object.assign(threshold, Object.fromEntries(given));
      const [dataSet] = await work.query<{ filledBy: DataSet['filledBy'] }>('select filled_by as "filledBy" from data_set where id = $1', [
        threshold.watches.dataSet,
      ]);
      hold(threshold, dataSet!, call);
      return work.update(threshold, thresholdFacts.changed);
    });
  }

  /** It is judged at the next round, as if its figures had just changed. */
  switchOn({ thresholdId }: InputOf<typeof reporting.switchOnThreshold>, call: Call): Promise<Threshold> {
    return this.store.commit(call, async (work) => {
      const threshold = await work.target(Threshold, thresholdId, ThresholdNotFound);
      threshold.make('switchOn');
      await work.query('delete from threshold_round where threshold = $1', [threshold.id]);
      return work.update(threshold, thresholdFacts.switched_on);
    });
  }

  switchOff({ thresholdId }: InputOf<typeof reporting.switchOffThreshold>, call: Call): Promise<Threshold> {
    return this.store.commit(call, async (work) => {
      const threshold = await work.target(Threshold, thresholdId, ThresholdNotFound);
      threshold.make('switchOff');
      return work.update(threshold, thresholdFacts.switched_off);
    });
  }
}

/** Refuses a threshold that could never warn of anybody. */
function hold({ kinds, validFrom, validUntil }: Threshold, dataSet: Pick<DataSet, 'filledBy'>, { language }: Call): void {
  const { units, authorities } = watchedKinds(kinds, dataSet);
  if (units.length + authorities.length === 0) throw refuse(ThresholdWatchesNobody);
  if (validFrom === null || validUntil === null || validFrom <= validUntil) return;
  const detail = language === 'zh' ? '起止日期颠倒' : 'It ends before it begins';
  throw refuse(InputInvalid, { errors: [{ pointer: '/validUntil', code: 'range.empty', detail }] });
}
