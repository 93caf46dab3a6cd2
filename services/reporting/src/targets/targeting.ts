import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  DataSetNotFound,
  refuse,
  shippedTargets,
  targetFacts,
  TargetNotFound,
  TargetTaken,
  type Call,
  type InputOf,
  type reporting,
} from '@lianxue/contracts';
import { newId, sql, Store, violates } from '@lianxue/persistence';
import { DataSet } from '../collecting/data-set.entity.js';
import { PeriodReading } from '../figures/period-reading.js';
import { targetFrom } from '../figures/targets.js';
import { Target } from './target.entity.js';

const written = (share: number | null): string | null => (share === null ? null : String(share));

/** An authority says what the units of its data set should reach. */
@Injectable()
export class Targeting {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(PeriodReading) private readonly reading: PeriodReading,
  ) {}

  set({ id = newId(), dataSetId, share, ...content }: InputOf<typeof reporting.setTarget>, call: Call): Promise<Target> {
    return this.store.commit(call, async (work) => {
      const dataSet = await work.one(DataSet, dataSetId, DataSetNotFound);
      const form = (await this.reading.formsOf([dataSet.form])).get(dataSet.form)!;
      targetFrom(content.comparison, form.indicators);
      const target = Object.assign(new Target(), content, {
        id,
        organisation: dataSet.organisation,
        dataSet: dataSet.id,
        share: written(share),
      });
      return work
        .insert(target, targetFacts.set, (existing) => isDeepStrictEqual(existing.fact(), target.fact()))
        .catch((error: unknown) => {
          throw violates(error, 'target_once') ? refuse(TargetTaken) : error;
        });
    });
  }

  /** The shipped ones that this data set can be held to and is not yet. */
  adopt({ dataSetId }: InputOf<typeof reporting.adoptTargets>, call: Call): Promise<Target[]> {
    return this.store.commit(call, async (work) => {
      const dataSet = await work.target(DataSet, dataSetId, DataSetNotFound);
      const form = (await this.reading.formsOf([dataSet.form])).get(dataSet.form)!;
      const known = new Set(form.indicators.map(({ code }) => code));
      const there = new Set((await work.all(Target, sql`t.data_set = ${dataSet.id}`)).map(({ comparison }) => comparison));
      const adopted = shippedTargets.filter(({ comparison }) => known.has(/^[a-z0-9_]+/.exec(comparison)![0]) && !there.has(comparison));
      const rows = adopted.map(({ share, ...content }) =>
        Object.assign(new Target(), content, { organisation: dataSet.organisation, dataSet: dataSet.id, share: written(share) }),
      );
      await work.insertAll(rows, targetFacts.set);
      return rows;
    });
  }

  change({ targetId, name, share, source }: InputOf<typeof reporting.changeTarget>, call: Call): Promise<Target> {
    return this.store.commit(call, async (work) => {
      const target = await work.target(Target, targetId, TargetNotFound);
      if (name !== undefined) target.name = name;
      if (share !== undefined) target.share = written(share);
      if (source !== undefined) target.source = source;
      return work.update(target, targetFacts.changed);
    });
  }

  remove({ targetId }: InputOf<typeof reporting.removeTarget>, call: Call): Promise<void> {
    return this.store.commit(call, async (work) => work.remove(await work.target(Target, targetId, TargetNotFound), targetFacts.removed));
  }
}
