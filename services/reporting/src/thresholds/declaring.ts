import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  DataSetNotFound,
  FiguresUnknownIndicator,
  InputInvalid,
  isNumeric,
  measureCatalogue,
  refuse,
  thresholdFacts,
  ThresholdMeasureUnfit,
  ThresholdNotFound,
  ThresholdOn,
  ThresholdWatchesNobody,
  type Call,
  type InputOf,
  type MeasureTerms,
  type reporting,
  type Watched,
} from '@lianxue/contracts';
import { newId, Store } from '@lianxue/persistence';
import { DataSet } from '../collecting/data-set.entity.js';
import { PeriodReading } from '../figures/period-reading.js';
import { watchedKinds, watches } from './judging.js';
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
    const filledBy = await this.watchable(content.watches, call);
    return this.store.commit(call, async (work) => {
      await work.within(content.organisation);
      const valid = { validFrom: validFrom ?? null, validUntil: validUntil ?? null };
      const threshold = Object.assign(new Threshold(), content, { id, ...valid });
      hold(threshold, filledBy, call);
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
      const [dataSet] = await work.query<Pick<DataSet, 'filledBy'>>('select filled_by as "filledBy" from data_set where id = $1', [
        watches(threshold, 'indicator') ? threshold.watches.dataSet : null,
      ]);
      hold(threshold, dataSet?.filledBy, call);
      return work.update(threshold, thresholdFacts.changed);
    });
  }

  /** Who fills in what is watched, where somebody does; refuses what cannot be watched. */
  private async watchable(watched: Watched, call: Call): Promise<DataSet['filledBy'] | undefined> {
    if (watched.kind === 'measure') {
      const { counts, dimension }: MeasureTerms = measureCatalogue[watched.measure];
      if (counts === 'people') throw refuse(ThresholdMeasureUnfit, { reason: 'people' });
      if (watched.value !== undefined && dimension === undefined) throw refuse(ThresholdMeasureUnfit, { reason: 'no_dimension' });
      return undefined;
    }
    const { form, filledBy } = await this.store.one(DataSet, watched.dataSet, call, DataSetNotFound);
    const asked = (await this.reading.formsOf([form])).get(form)!.indicators.find(({ code }) => code === watched.indicator);
    if (!asked || !isNumeric(asked)) throw refuse(FiguresUnknownIndicator, { codes: [watched.indicator] });
    return filledBy;
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

/** Refuses a threshold that could never warn of anybody. A measure there is of every organisation. */
function hold({ kinds, validFrom, validUntil }: Threshold, filledBy: DataSet['filledBy'] | undefined, { language }: Call): void {
  const watched = filledBy && watchedKinds(kinds, { filledBy });
  if (watched && watched.units.length + watched.authorities.length === 0) throw refuse(ThresholdWatchesNobody);
  if (validFrom === null || validUntil === null || validFrom <= validUntil) return;
  const detail = language === 'zh' ? '起止日期颠倒' : 'It ends before it begins';
  throw refuse(InputInvalid, { errors: [{ pointer: '/validUntil', code: 'range.empty', detail }] });
}
