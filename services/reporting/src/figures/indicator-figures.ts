import { Inject, Injectable } from '@nestjs/common';
import {
  CLOCK,
  DataSetNotFound,
  FiguresNoPeriod,
  FiguresTooMuch,
  inBeijing,
  NotFound,
  OrganisationRequired,
  PeriodNotFound,
  refuse,
  type Call,
  type Clock,
  type Figures,
  type InputOf,
  type PeriodFigures,
  type reporting,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { DataSet } from '../collecting/data-set.entity.js';
import { Period } from '../collecting/period.entity.js';
import { linesFrom } from './figure-line.js';
import { figuresIn, termsOf, type Asked } from './form-figures.js';
import { namesOf } from './line-names.js';
import { PeriodReading, type PeriodPlace } from './period-reading.js';
import { scopeOf, type Scope } from './scope.js';

type Query = InputOf<typeof reporting.figures>;

/** Figures asked for at once: more would outgrow an answer. */
const mostFigures = 2400;

/** Any indicator for any organisation and period, with what it means 口径. */
@Injectable()
export class IndicatorFigures {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(PeriodReading) private readonly reading: PeriodReading,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read(query: Query, call: Call): Promise<Figures> {
    const organisation = await this.asked(query.organisation, call);
    const dataSet = await this.store.one(DataSet, query.dataSet, call, DataSetNotFound);
    const periods = await this.periods(dataSet, query.periods?.split(','), call);
    const scope = await scopeOf(organisation, query, this.store);
    const asked: Asked = { codes: query.indicators?.split(','), targets: query.targets?.split(',') ?? [] };
    const places = await this.reading.placesOf(periods);
    const answers: PeriodFigures[] = [];
    for (const period of periods) answers.push(await this.ofPeriod(period, places, scope, asked, { dataSet, periods: periods.length }));
    const forms = await this.reading.formsOf(periods.map(({ form }) => form));
    return {
      dataSet: dataSet.id,
      organisation,
      by: query.by,
      breakdown: query.breakdown,
      teachingPoints: query.teachingPoints,
      asOf: inBeijing(this.clock.now()),
      indicators: termsOf(forms.get(periods.at(-1)!.form)!, asked),
      periods: answers,
    };
  }

  /** The organisation asked about, or else the acting one; refuses what is out of reach. */
  async asked(organisation: string | undefined, call: Call): Promise<string> {
    const id = organisation ?? call.caller.organisation;
    if (id === undefined) throw refuse(OrganisationRequired);
    if (!(await this.store.reaches(id, call))) throw refuse(NotFound);
    return id;
  }

  private async periods(dataSet: DataSet, ids: readonly string[] | undefined, call: Call): Promise<Period[]> {
    const latest = sql`select id from period where data_set = ${dataSet.id} and opens <= ${this.clock.now()} order by last_day desc, id desc limit 1`;
    const wanted = ids ?? (await this.store.read<{ id: string }>(latest)).map(({ id }) => id);
    if (wanted.length === 0) throw refuse(FiguresNoPeriod);
    const periods = await Promise.all([...new Set(wanted)].map((id) => this.store.one(Period, id, call, PeriodNotFound)));
    if (periods.some((period) => period.dataSet !== dataSet.id)) throw refuse(PeriodNotFound);
    return periods.sort((one, other) => (one.firstDay < other.firstDay ? -1 : 1));
  }

  private async ofPeriod(
    period: Period,
    places: ReadonlyMap<string, PeriodPlace>,
    scope: Scope,
    asked: Asked,
    { dataSet, periods }: { dataSet: DataSet; periods: number },
  ): Promise<PeriodFigures> {
    const place = places.get(period.id)!;
    const { form, ...now } = await this.reading.of(period, scope, asked, dataSet);
    const { codes } = figuresIn(form, asked);
    const lines = now.counts.flatMap(({ line }) => (line === null ? [] : [line]));
    const cells = (lines.length + 1) * Math.max(codes.length, 1) * periods;
    if (cells > mostFigures) throw refuse(FiguresTooMuch, { cells, limit: mostFigures });
    const [previous, lastYear, names] = await Promise.all([
      place.previous && this.reading.valuesOf(place.previous, scope, asked, dataSet),
      place.lastYear && this.reading.valuesOf(place.lastYear, scope, asked, dataSet),
      namesOf(lines, scope, this.store),
    ]);
    return {
      period: period.id,
      name: period.name,
      form: form.id,
      formNumber: form.number,
      units: place.settledAsOf === null ? 'today' : 'history',
      unitsAsOf: place.settledAsOf,
      previous: place.previous?.id ?? null,
      lastYear: place.lastYear?.id ?? null,
      ...linesFrom(names, { form, codes, now, previous: previous ?? undefined, lastYear: lastYear ?? undefined, ranked: scope.ranked }),
    };
  }
}
