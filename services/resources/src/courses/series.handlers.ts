import {
  courseStandardLifeCycle,
  CourseStandardNotFound,
  resources,
  seriesLifeCycle,
  SeriesNotFound,
  type Call,
  type Caller,
  type CourseStandard,
  type InputOf,
  type Series,
} from '@lianxue/contracts';
import { allOf, sql, Store, type Aggregate } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller, Inject } from '@nestjs/common';
import { ResourceEntity } from '../catalogue/resource.entity.js';
import { Showing } from '../catalogue/showing.js';
import { itemOf } from '../item.js';
import { CourseStandardEntity } from './course-standard.entity.js';
import { KeepingSeries } from './keeping-series.js';
import { SeriesEntity } from './series.entity.js';
import { seriesTemplates } from './templates.js';

const isOwn = ({ organisation }: Aggregate, caller: Caller): boolean => organisation === caller.organisation;

function seriesView(series: SeriesEntity, caller: Caller): Series {
  const moves = isOwn(series, caller) ? seriesLifeCycle.movesFor(series.status, caller) : [];
  return { ...series.fact(), ...itemOf(series), description: series.description, moves };
}

function standardView(standard: CourseStandardEntity, caller: Caller): CourseStandard {
  const moves = isOwn(standard, caller) ? courseStandardLifeCycle.movesFor(standard.status, caller) : [];
  return { ...standard.fact(), ...itemOf(standard), basis: standard.basis, moves };
}

@Controller()
export class SeriesHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(KeepingSeries) private readonly keeping: KeepingSeries,
    @Inject(Showing) private readonly showing: Showing,
  ) {}

  @Handles(resources.seriesTemplates)
  async seriesTemplates() {
    return { items: seriesTemplates };
  }

  @Handles(resources.beginSeries)
  async beginSeries(input: InputOf<typeof resources.beginSeries>, call: Call) {
    return seriesView(await this.keeping.begin(input, call), call.caller);
  }

  @Handles(resources.allSeries)
  allSeries({ kind, status, limit, cursor }: InputOf<typeof resources.allSeries>, call: Call) {
    const where = allOf(kind !== undefined && sql`t.kind = ${kind}`, status !== undefined && sql`t.status = ${status}`);
    return this.store.page(SeriesEntity, call, { where, limit, cursor }, (series) => seriesView(series, call.caller));
  }

  @Handles(resources.series)
  async series({ seriesId }: InputOf<typeof resources.series>, call: Call) {
    return seriesView(await this.store.one(SeriesEntity, seriesId, call, SeriesNotFound), call.caller);
  }

  @Handles(resources.changeSeries)
  async changeSeries(input: InputOf<typeof resources.changeSeries>, call: Call) {
    return seriesView(await this.keeping.change(input, call), call.caller);
  }

  @Handles(resources.closeSeries)
  async closeSeries({ seriesId }: InputOf<typeof resources.closeSeries>, call: Call) {
    return seriesView(await this.keeping.close(seriesId, call), call.caller);
  }

  @Handles(resources.reopenSeries)
  async reopenSeries({ seriesId }: InputOf<typeof resources.reopenSeries>, call: Call) {
    return seriesView(await this.keeping.reopen(seriesId, call), call.caller);
  }

  /** Found by what they carry, so that whatever is published with the theme is in the library without anybody putting it there. */
  @Handles(resources.seriesResources)
  async seriesResources({ seriesId, stage, subject, limit, cursor }: InputOf<typeof resources.seriesResources>, call: Call) {
    const { keywords, stages, subjects } = await this.store.one(SeriesEntity, seriesId, call, SeriesNotFound);
    const where = allOf(
      sql`t.status = 'published' and t.keywords && ${keywords}::text[]`,
      stages.length > 0 && sql`t.stage = any(${stages}::text[])`,
      subjects.length > 0 && sql`t.subject = any(${subjects}::text[])`,
      stage !== undefined && sql`t.stage = ${stage}`,
      subject !== undefined && sql`t.subject = ${subject}`,
    );
    return this.store.pageTogether(ResourceEntity, call, { where, limit, cursor }, (rows) => this.showing.all(rows, call));
  }

  @Handles(resources.draftStandard)
  async draftStandard(input: InputOf<typeof resources.draftStandard>, call: Call) {
    return standardView(await this.keeping.draft(input, call), call.caller);
  }

  @Handles(resources.courseStandards)
  courseStandards({ code, status, limit, cursor }: InputOf<typeof resources.courseStandards>, call: Call) {
    const where = allOf(code !== undefined && sql`t.code = ${code}`, status !== undefined && sql`t.status = ${status}`);
    return this.store.page(CourseStandardEntity, call, { where, limit, cursor }, (standard) => standardView(standard, call.caller));
  }

  @Handles(resources.courseStandard)
  async courseStandard({ standardId }: InputOf<typeof resources.courseStandard>, call: Call) {
    return standardView(await this.store.one(CourseStandardEntity, standardId, call, CourseStandardNotFound), call.caller);
  }

  @Handles(resources.reviseStandard)
  async reviseStandard(input: InputOf<typeof resources.reviseStandard>, call: Call) {
    return standardView(await this.keeping.revise(input, call), call.caller);
  }

  @Handles(resources.issueStandard)
  async issueStandard({ standardId }: InputOf<typeof resources.issueStandard>, call: Call) {
    return standardView(await this.keeping.issue(standardId, call), call.caller);
  }
}
