import { isDeepStrictEqual } from 'node:util';
import {
  courseStandardFacts,
  CourseStandardDrafted,
  CourseStandardNotFound,
  CLOCK,
  dayInBeijing,
  refuse,
  seriesFacts,
  SeriesNotFound,
  type Call,
  type Clock,
  type InputOf,
  type resources,
} from '@lianxue/contracts';
import { newId, sql, Store, takeTurn } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CourseStandardEntity } from './course-standard.entity.js';
import { SeriesEntity } from './series.entity.js';

/** Authorities and schools keep series, and set course standards edition by edition. */
@Injectable()
export class KeepingSeries {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  begin({ id = newId(), organisation, ...said }: InputOf<typeof resources.beginSeries>, call: Call): Promise<SeriesEntity> {
    return this.store.commit(call, async (work) => {
      await work.within(organisation);
      const series = Object.assign(new SeriesEntity(), { id, organisation, ...said });
      return work.insert(series, seriesFacts.begun, (existing) => isDeepStrictEqual(existing.fact(), series.fact()));
    });
  }

  change({ seriesId, ...said }: InputOf<typeof resources.changeSeries>, call: Call): Promise<SeriesEntity> {
    return this.move(seriesId, 'change', call, said);
  }

  close(seriesId: string, call: Call): Promise<SeriesEntity> {
    return this.move(seriesId, 'close', call);
  }

  reopen(seriesId: string, call: Call): Promise<SeriesEntity> {
    return this.move(seriesId, 'reopen', call);
  }

  /** The next edition of its code; two who draft it at once come one after the other. */
  draft({ id = newId(), organisation, code, ...said }: InputOf<typeof resources.draftStandard>, call: Call): Promise<CourseStandardEntity> {
    return this.store.commit(call, async (work) => {
      await work.within(organisation);
      await takeTurn(work, `course standard ${organisation} ${code}`);
      const editions = await work.all(CourseStandardEntity, sql`t.organisation = ${organisation} and t.code = ${code}`);
      const edition = 1 + Math.max(0, ...editions.map((each) => each.edition));
      if (editions.some((each) => each.status === 'draft' && each.id !== id)) throw refuse(CourseStandardDrafted);
      const drafted = Object.assign(new CourseStandardEntity(), { id, organisation, code, edition, ...said });
      const same = (existing: CourseStandardEntity) => existing.code === code && isDeepStrictEqual(existing.demands, said.demands);
      return work.insert(drafted, courseStandardFacts.drafted, same);
    });
  }

  revise({ standardId, demands }: InputOf<typeof resources.reviseStandard>, call: Call): Promise<CourseStandardEntity> {
    return this.store.commit(call, async (work) => {
      const draft = await work.target(CourseStandardEntity, standardId, CourseStandardNotFound);
      draft.make('revise');
      draft.demands = demands;
      return work.update(draft, courseStandardFacts.revised);
    });
  }

  issue(standardId: string, call: Call): Promise<CourseStandardEntity> {
    return this.store.commit(call, async (work) => {
      const issued = await work.target(CourseStandardEntity, standardId, CourseStandardNotFound);
      issued.make('issue');
      issued.issuedOn = dayInBeijing(this.clock.now());
      const { organisation, code } = issued;
      const before = await work.all(
        CourseStandardEntity,
        sql`t.organisation = ${organisation} and t.code = ${code} and t.status = 'inForce'`,
      );
      for (const each of before) each.status = 'replaced';
      await work.updateAll(before, courseStandardFacts.replaced);
      return work.update(issued, courseStandardFacts.issued);
    });
  }

  private move(id: string, move: keyof typeof happened, call: Call, said: Partial<SeriesEntity> = {}): Promise<SeriesEntity> {
    return this.store.commit(call, async (work) => {
      const series = await work.target(SeriesEntity, id, SeriesNotFound);
      series.make(move);
      Object.assign(series, said);
      return work.update(series, happened[move]);
    });
  }
}

const happened = { change: seriesFacts.changed, close: seriesFacts.closed, reopen: seriesFacts.reopened } as const;
