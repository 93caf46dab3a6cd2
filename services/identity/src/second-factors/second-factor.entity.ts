import type { SecondFactorFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

/** A person's authenticator app: its secret sealed, its recovery codes as keyed hashes. */
@Entity('second_factor')
export class SecondFactor extends Aggregate<z.output<typeof SecondFactorFact>> {
  static readonly reach: ReachColumns = { person: 'person' };

  @Column('uuid')
  person!: string;

  @Column('text', { name: 'secret_sealed' })
  secretSealed!: string;

  /** Set by the first right code; until then nobody is asked for one. */
  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null = null;

  /** The half minute of the last code that was taken: a code seen over somebody's shoulder works no second time. */
  @Column('bigint', { name: 'last_step' })
  lastStep: string = '0';

  @Column('text', { array: true })
  recovery: string[] = [];

  @Column('int')
  failures = 0;

  @Column('timestamptz', { name: 'failed_at', nullable: true })
  failedAt: Date | null = null;

  fact(): z.output<typeof SecondFactorFact> {
    const { id, version, person, organisation } = this;
    return { id, version, person, organisation };
  }
}
