import { inBeijing, type Credit, type CreditFact } from '@lianxue/contracts';
import { Column, Entity } from 'typeorm';
import { Credited } from './credited.js';

/** 贡献分: what a person, or an organisation itself, is credited with for one resource at one tier. */
@Entity('contribution_credit')
export class CreditEntity extends Credited<CreditFact> {
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
