import { transferLife, type TransferFact, type TransferMove, type TransferState } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

/** 转学: a pupil on the way between two schools. It belongs to the receiving one and is named for the releasing one. */
@Entity('transfer')
export class TransferEntity extends Aggregate<z.output<typeof TransferFact>> {
  static readonly reach: ReachColumns = { person: 'person' };

  @Column('uuid')
  person!: string;

  @Column('uuid', { name: 'from_school' })
  from!: string;

  @Column('uuid', { nullable: true })
  class: string | null = null;

  @Column('text')
  status: TransferState = 'requested';

  @Column('text')
  reason!: string;

  @Column('text', { nullable: true })
  refusal: string | null = null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null = null;

  move(move: TransferMove, now: Date): void {
    this.status = transferLife.after(this.status, move);
    this.decidedAt = now;
  }

  /** The school where the pupil is now. */
  get keeper(): string {
    return this.status === 'accepted' ? this.organisation : this.from;
  }

  fact(): z.output<typeof TransferFact> {
    const { id, version, organisation, from, person, status } = this;
    return { id, version, organisation, from, person, status };
  }
}
