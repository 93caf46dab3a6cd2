import { Column, Entity } from 'typeorm';
import type { FundEntryFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

/** A line of the ledger 记账, added and never changed. */
@Entity('fund_entry')
export class FundEntry extends Aggregate<FundEntryFact> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  fund!: string;

  @Column('text')
  kind!: FundEntryFact['kind'];

  @Column('bigint')
  fen!: number | string;

  @Column('date')
  day!: string;

  @Column('text')
  evidence!: string;

  @Column('text')
  purpose!: string;

  @Column('uuid', { nullable: true })
  reverses: string | null = null;

  override fact(): FundEntryFact {
    const { id, organisation, fund, kind, day, evidence, reverses } = this;
    return { id, organisation, fund, kind, fen: Number(this.fen), day, evidence, reverses };
  }
}
