import { Inject, Injectable } from '@nestjs/common';
import {
  actingOrganisation,
  CLOCK,
  inBeijing,
  MeasureNoDimension,
  MeasureNotFound,
  MeasureTooManyLines,
  mostMeasureLines,
  NotFound,
  refuse,
  type Call,
  type Clock,
  type InputOf,
  type MeasureReading,
  type reporting,
} from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import type { Asked, Cells } from './cells.js';
import { linesOf, totalOf, type Named } from './lines.js';
import { organisationsNamed, valuesNamed } from './line-names.js';
import { spanOf, yearBefore } from './span.js';
import { toldOf } from './telling.js';
import { measureFor, viewOf } from './views.js';

type Query = InputOf<typeof reporting.measure>;

/** One measure for one reader: how much, in which lines, beside the year before, and what it means. */
@Injectable()
export class ReadingMeasures {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read({ measure: code, organisation, group, value, ...days }: Query, call: Call): Promise<MeasureReading> {
    const view = await viewOf(call, this.store);
    const measure = measureFor(code, view);
    if (!measure) throw refuse(MeasureNotFound);
    const root = organisation ?? actingOrganisation(call.caller);
    if (!(await this.store.reaches(root, call))) throw refuse(NotFound);
    if (measure.dimension === null && (group === 'dimension' || value !== undefined)) throw refuse(MeasureNoDimension);
    const span = spanOf({ group, ...days }, measure, this.clock.now());
    const asked: Asked = { measure, root, group, value };
    const [now, before] = await Promise.all([toldOf(asked, span, this.store), toldOf(asked, yearBefore(span), this.store)]);
    const names = await this.names(asked, now.cells, before.cells);
    if (names.length > mostMeasureLines) throw refuse(MeasureTooManyLines, { limit: mostMeasureLines });
    return {
      ...{ measure, view, organisation: root, ...span, group, value: value ?? null },
      asOf: inBeijing(this.clock.now()),
      total: totalOf(now, before),
      lines: linesOf(names, now, before, measure.direction),
      siblings: null,
    };
  }

  /** The lines there are, in their order. Days and months are the later year's. */
  private async names({ measure, root, group }: Asked, now: Cells, before: Cells): Promise<readonly Named[]> {
    const keys = [...new Set([...now.lines.keys(), ...before.lines.keys()])];
    if (group === 'organisation') {
      const organisations = await organisationsNamed(root, keys, this.store);
      return organisations.map(({ id, name, kind }) => ({ key: id, name, kind }));
    }
    if (group === 'dimension') return [...(await valuesNamed(measure.dimension!, keys, this.store))].map(([key, name]) => ({ key, name }));
    return [...now.lines.keys()].map((key) => ({ key, name: key }));
  }
}
