import { inBeijing, type Credit, type CreditFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** 贡献分: what a person, or an organisation itself, is credited with for one resource at one tier. */
@Entity('contribution_credit')
export class CreditEntity extends Aggregate<CreditFact> {
  static readonly reach: ReachColumns = {};

  @Column('uuid', { nullable: true })
  person!: string | null;

  @Column('uuid')
  resource!: string;

  @Column('uuid', { name: 'granted_by' })
  grantedBy!: string;

  @Column('text')
  role!: Credit['role'];

  @Column('int')
  points!: number;

  @Column('boolean')
  counts = true;

  fact(): CreditFact {
    const { id, organisation, resource, grantedBy, role, points, counts } = this;
    return { id, organisation, resource, grantedBy, role, points, counts };
  }
}

export const creditView = (credit: CreditEntity): Credit => ({
  ...credit.fact(),
  person: credit.person,
  version: credit.version,
  createdAt: inBeijing(credit.createdAt),
  updatedAt: inBeijing(credit.updatedAt),
});
