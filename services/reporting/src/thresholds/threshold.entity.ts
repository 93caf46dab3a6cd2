import { Column, Entity } from 'typeorm';
import { thresholdLifeCycle, type ThresholdFact, type ThresholdState, type Watched } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

/** What an authority wants to be warned of 阈值. Everybody below may read by what they are judged. */
@Entity('threshold')
export class Threshold extends Aggregate<ThresholdFact> {
  static readonly reach: ReachColumns = { handedDown: 'true' };

  @Column('text')
  name!: string;

  @Column('jsonb')
  watches!: Watched;

  @Column('text')
  comparison!: ThresholdFact['comparison'];

  @Column('numeric')
  value!: number | string;

  @Column('text')
  level!: ThresholdFact['level'];

  @Column('text', { array: true })
  kinds!: ThresholdFact['kinds'];

  @Column('date', { name: 'valid_from', nullable: true })
  validFrom: string | null = null;

  @Column('date', { name: 'valid_until', nullable: true })
  validUntil: string | null = null;

  @Column('text')
  state: ThresholdState = 'draft';

  /** Switches it on or off, or refuses. */
  make(move: 'switchOn' | 'switchOff'): void {
    this.state = thresholdLifeCycle.after(this.state, move);
  }

  override fact(): ThresholdFact {
    const { id, organisation, name, watches, comparison, level, kinds, validFrom, validUntil, state } = this;
    const valid = { ...(validFrom !== null && { validFrom }), ...(validUntil !== null && { validUntil }) };
    return { id, organisation, name, watches, comparison, value: Number(this.value), level, kinds, ...valid, state };
  }
}
