import type { Series as SeriesView, SeriesFact, SeriesState } from '@lianxue/contracts';
import { seriesLifeCycle } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** What courses and resources are gathered in 系列、专题资源库、技能包; everyone below its keeper reads it. */
@Entity('series')
export class SeriesEntity extends Aggregate<SeriesFact> {
  static readonly reach: ReachColumns = { handedDown: 'true' };

  @Column('text')
  kind!: SeriesView['kind'];

  @Column('text')
  name!: string;

  @Column('text', { name: 'name_en', nullable: true })
  nameEn!: string | null;

  @Column('text', { nullable: true })
  description!: string | null;

  @Column('text', { array: true })
  stages!: SeriesView['stages'];

  @Column('text', { array: true })
  subjects!: SeriesView['subjects'];

  @Column('text', { array: true })
  keywords!: string[];

  @Column('text', { array: true, name: 'unit_needs' })
  unitNeeds!: SeriesView['unitNeeds'];

  @Column('text')
  status: SeriesState = 'open';

  make(move: keyof typeof seriesLifeCycle.table): void {
    this.status = seriesLifeCycle.after(this.status, move);
  }

  fact(): SeriesFact {
    const { id, organisation, kind, name, nameEn, stages, subjects, keywords, unitNeeds, status } = this;
    return { id, organisation, kind, name, nameEn, stages, subjects, keywords, unitNeeds, status };
  }
}
