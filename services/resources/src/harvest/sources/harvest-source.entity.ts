import { inBeijing, type harvestFaults, type HarvestSourceFact, type harvestSourceStates } from '@lianxue/contracts';
import { Aggregate } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** 采集源: another platform whose catalogue is taken in. Facts tell nothing of how one signs in there. */
@Entity('harvest_source')
export class HarvestSourceEntity extends Aggregate<HarvestSourceFact> {
  @Column('text')
  name!: string;

  @Column('text')
  address!: string;

  @Column('text', { nullable: true })
  set!: string | null;

  @Column('int', { name: 'every_hours' })
  everyHours!: number;

  @Column('text', { nullable: true })
  account: string | null = null;

  /** Sealed. */
  @Column('text', { nullable: true })
  password: string | null = null;

  @Column('text')
  state: (typeof harvestSourceStates)[number] = 'active';

  @Column('timestamptz', { name: 'harvested_at', nullable: true })
  harvestedAt: Date | null = null;

  @Column('text', { nullable: true })
  fault: (typeof harvestFaults)[number] | null = null;

  fact(): HarvestSourceFact {
    const { id, version, organisation, name, address, set, everyHours, state, fault } = this;
    return {
      ...{ id, version, createdAt: inBeijing(this.createdAt), updatedAt: inBeijing(this.updatedAt) },
      ...{ organisation, name, address, set, everyHours, state, fault },
      harvestedAt: this.harvestedAt && inBeijing(this.harvestedAt),
    };
  }
}
