import type { ResourceUseFact } from '@lianxue/contracts';
import { Aggregate } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** How an organisation's people used resources of a subject on a day. */
@Entity('resource_use')
export class UseOfDay extends Aggregate<ResourceUseFact> {
  @Column('text')
  subject!: ResourceUseFact['subject'];

  @Column('date')
  day!: string;

  @Column('int')
  views = 0;

  @Column('int')
  downloads = 0;

  @Column('int', { name: 'in_class' })
  inClass = 0;

  @Column('int')
  elsewhere = 0;

  @Column('int')
  favourites = 0;

  @Column('int')
  ratings = 0;

  /** All of them together when a fact last told of it; null before the first. */
  @Column('int', { nullable: true })
  told: number | null = null;

  get all(): number {
    return this.views + this.downloads + this.inClass + this.elsewhere + this.favourites + this.ratings;
  }

  override fact(): ResourceUseFact {
    const { id, organisation, subject, day, views, downloads, inClass, elsewhere, favourites, ratings } = this;
    return { id, organisation, subject, day, views, downloads, inClass, elsewhere, favourites, ratings };
  }
}
