import { Inject, Injectable } from '@nestjs/common';
import { PeriodNotFound, type Call, type InputOf, type reporting, type TargetEvaluation } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Period } from '../collecting/period.entity.js';
import { shareOf } from '../figures/decimal.js';
import { IndicatorFigures } from '../figures/indicator-figures.js';
import { namesOf } from '../figures/line-names.js';
import { PeriodReading } from '../figures/period-reading.js';
import { scopeOf } from '../figures/scope.js';
import { coverageOf, targetFrom, type CoverageRow } from '../figures/targets.js';
import { Target } from './target.entity.js';
import { targetView } from './target.view.js';

type Evaluated = TargetEvaluation['targets'][number];

/** More targets than a data set should have. */
const most = 50;

/** How far units are with the targets of their data set. */
@Injectable()
export class EvaluatingTargets {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(PeriodReading) private readonly reading: PeriodReading,
    @Inject(IndicatorFigures) private readonly figures: IndicatorFigures,
  ) {}

  async evaluate({ periodId, ...query }: InputOf<typeof reporting.evaluateTargets>, call: Call): Promise<TargetEvaluation> {
    const organisation = await this.figures.asked(query.organisation, call);
    const period = await this.store.one(Period, periodId, call, PeriodNotFound);
    const scope = await scopeOf(organisation, query, this.store);
    const form = (await this.reading.formsOf([period.form])).get(period.form)!;
    const known = new Set(form.indicators.map(({ code }) => code));
    const { items } = await this.store.page(Target, call, { where: sql`t.data_set = ${period.dataSet}`, limit: most }, (target) => target);
    const targets: Evaluated[] = [];
    // An earlier form may not have asked for what a target is about.
    for (const target of items.filter(({ comparison }) => known.has(/^[a-z0-9_]+/.exec(comparison)![0]))) {
      const rows = await this.store.scan<CoverageRow>(coverageOf(period, scope, targetFrom(target.comparison, form.indicators)));
      const names = await namesOf(
        rows.flatMap(({ line }) => (line === null ? [] : [line])),
        scope,
        this.store,
      );
      const line = (key: string | null, name: string) =>
        lineOf(
          target,
          rows.find((row) => row.line === key),
          key ?? '',
          name,
        );
      targets.push({ target: targetView(target), lines: [...names].map(([key, name]) => line(key, name)), total: line(null, '') });
    }
    return { period: period.id, organisation, targets };
  }
}

function lineOf({ share: asked }: Target, row: CoverageRow | undefined, key: string, name: string): Evaluated['total'] {
  const { expected = 0, met = 0, notMet = 0, notReported = 0, noValue = 0 } = row ?? {};
  const share = shareOf(met, expected);
  return { key, name, met, notMet, notReported, noValue, share, reached: asked === null || share === null ? null : share >= Number(asked) };
}
