import { Column, Entity } from 'typeorm';
import type { PublicFundsFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

/** 公用经费 of one organisation and year. */
@Entity('public_funds')
export class PublicFunds extends Aggregate<PublicFundsFact> {
  static readonly reach: ReachColumns = {};

  @Column('int')
  year!: number;

  @Column('bigint')
  fen!: number | string;

  override fact(): PublicFundsFact {
    const { id, organisation, year } = this;
    return { id, organisation, year, fen: Number(this.fen) };
  }
}
