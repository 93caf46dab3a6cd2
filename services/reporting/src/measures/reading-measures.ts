import { Inject, Injectable } from '@nestjs/common';
import {
  actingOrganisation,
  CLOCK,
  inBeijing,
  MeasureGroupNotYours,
  MeasureNoDimension,
  MeasureNotFound,
  MeasureTooManyLines,
  mostMeasureLines,
  NotFound,
  refuse,
  type Call,
  type Caller,
  type Clock,
  type InputOf,
  type Measure,
  type MeasureReading,
  type MeasureView,
  type reporting,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import type { Asked, Cells } from './cells.js';
import { KnownClasses } from './known-classes.js';
import { linesOf, totalOf, type Named } from './lines.js';
import { organisationsNamed, valuesNamed } from './line-names.js';
import { siblingsOf } from './siblings.js';
import { spanOf, yearBefore, type Span } from './span.js';
import { toldOf } from './telling.js';
import { mayGroup, mayRead, measureFor, viewOf } from './views.js';

type Query = InputOf<typeof reporting.measure>;
type PublicQuery = InputOf<typeof reporting.publicMeasure>;

/** One measure for one reader: how much, in which lines, beside the year before, and what it means. */
@Injectable()
export class ReadingMeasures {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(KnownClasses) private readonly classes: KnownClasses,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read({ measure: code, organisation, group, value, ...days }: Query, call: Call): Promise<MeasureReading> {
    const view = await viewOf(call, this.store);
    const measure = measureOr404(code, view);
    const root = organisation ?? actingOrganisation(call.caller);
    if (!(await mayRead(root, view, call, this.store))) throw refuse(NotFound);
    if (!mayGroup(view, group)) throw refuse(MeasureGroupNotYours);
    const own = await this.ownClasses(measure, view, call.caller);
    if (value !== undefined && own?.has(value) === false) throw refuse(NotFound);
    return this.tell({ measure, view, root, group, value }, spanOf({ group, ...days }, measure, this.clock.now()), own);
  }

  /** Without a sign-in: of a province, a city or a county as a whole. */
  async readPublic({ measure: code, division, group, value, ...days }: PublicQuery): Promise<MeasureReading> {
    const measure = measureOr404(code, 'public');
    const [place] = await this.store.read<{ id: string }>(
      sql`select id from organisation where division_code = ${division} and kind in ('province', 'city', 'county') and not closed order by id limit 1`,
    );
    if (!place) throw refuse(NotFound);
    return this.tell({ measure, view: 'public', root: place.id, group, value }, spanOf({ group, ...days }, measure, this.clock.now()));
  }

  private async tell(asked: Asked, span: Span, own?: ReadonlySet<string>): Promise<MeasureReading> {
    const { measure, view, root, group, value } = asked;
    if (measure.dimension === null && (group === 'dimension' || value !== undefined)) throw refuse(MeasureNoDimension);
    const [now, before] = await Promise.all([toldOf(asked, span, this.store), toldOf(asked, yearBefore(span), this.store)]);
    const names = (await this.names(asked, now.cells, before.cells)).filter(({ key }) => group !== 'dimension' || own?.has(key) !== false);
    if (names.length > mostMeasureLines) throw refuse(MeasureTooManyLines, { limit: mostMeasureLines });
    return {
      ...{ measure, view, organisation: root, ...span, group, value: value ?? null },
      asOf: inBeijing(this.clock.now()),
      total: totalOf(now, before),
      lines: linesOf(names, now, before, view === 'bureau' ? measure.direction : 'neutral'),
      siblings: view === 'school' ? await siblingsOf(asked, span, this.store) : null,
    };
  }

  /** The lines there are, in their order. Days and months are the later year's. */
  private async names(asked: Asked, now: Cells, before: Cells): Promise<readonly Named[]> {
    const { measure, group } = asked;
    const keys = [...new Set([...now.lines.keys(), ...before.lines.keys()])];
    if (group === 'organisation') {
      const organisations = await organisationsNamed(asked, keys, this.store);
      return organisations.map(({ id, name, kind }) => ({ key: id, name, kind }));
    }
    if (group === 'dimension') return [...(await valuesNamed(measure.dimension!, keys, this.store))].map(([key, name]) => ({ key, name }));
    return [...now.lines.keys()].map((key) => ({ key, name: key }));
  }

  /** Class by class, a teacher reads of the classes they teach, a guardian of those their children are in; undefined where that is no matter. */
  private async ownClasses(
    { dimension }: Measure,
    view: MeasureView,
    { subject, about }: Caller,
  ): Promise<ReadonlySet<string> | undefined> {
    if (dimension !== 'class' || (view !== 'teacher' && view !== 'guardian')) return undefined;
    return new Set(view === 'teacher' ? await this.classes.of([subject], 'teacher') : await this.classes.of(about, 'pupil'));
  }
}

function measureOr404(code: string, view: MeasureView): Measure {
  const measure = measureFor(code, view);
  if (!measure) throw refuse(MeasureNotFound);
  return measure;
}
