import { inBeijing, type ResourceStanding, type StandingFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** 上架情况: that a tier shows a resource, or showed it. The row is the tier's; the resource stays where it belongs. */
@Entity('standing')
export class StandingEntity extends Aggregate<StandingFact> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  resource!: string;

  @Column('text')
  status: ResourceStanding['status'] = 'published';

  @Column('int')
  release!: number;

  @Column('timestamptz', { name: 'published_at' })
  publishedAt!: Date;

  @Column('date', { name: 'recheck_on', nullable: true })
  recheckOn: string | null = null;

  /** Whether it has been told that this is due. */
  @Column('boolean', { name: 'recheck_told' })
  recheckTold = false;

  @Column('text', { name: 'taken_off', nullable: true })
  takenOff: ResourceStanding['takenOff'] = null;

  @Column('uuid', { name: 'taken_off_by', nullable: true })
  takenOffBy: string | null = null;

  show(release: number, recheckOn: string | null): void {
    Object.assign(this, { status: 'published', release, recheckOn, recheckTold: false, takenOff: null, takenOffBy: null });
  }

  takeOff(how: NonNullable<ResourceStanding['takenOff']>, by: string): void {
    Object.assign(this, { status: 'withdrawn', takenOff: how, takenOffBy: by });
  }

  fact(): StandingFact {
    const { id, organisation, resource, status, release, publishedAt, recheckOn, takenOff, takenOffBy } = this;
    return { id, organisation, resource, status, release, publishedAt: inBeijing(publishedAt), recheckOn, takenOff, takenOffBy };
  }
}
