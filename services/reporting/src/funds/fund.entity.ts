import { Column, Entity } from 'typeorm';
import type { FundFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

/** 专项资金、发展基金; those below its keeper may read that it is there. */
@Entity('fund')
export class Fund extends Aggregate<FundFact> {
  static readonly reach: ReachColumns = { handedDown: 'true' };

  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: FundFact['kind'];

  @Column('int')
  year!: number;

  @Column('boolean')
  overdraft!: boolean;

  override fact(): FundFact {
    const { id, organisation, code, name, kind, year, overdraft } = this;
    return { id, organisation, code, name, kind, year, overdraft };
  }
}
