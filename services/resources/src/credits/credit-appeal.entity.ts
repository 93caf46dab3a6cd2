import { appealLifeCycle, inBeijing, type AppealState, type Caller, type CreditAppeal, type CreditAppealFact } from '@lianxue/contracts';
import { Column, Entity } from 'typeorm';
import { Credited } from './credited.js';

/** 贡献分申诉: the appellant's organisation meets it, and every tier above, of which one decides. */
@Entity('contribution_appeal')
export class CreditAppealEntity extends Credited<CreditAppealFact> {
  @Column('uuid', { name: 'filed_by' })
  filedBy!: string;

  @Column('text')
  grounds!: string;

  @Column('text')
  status: AppealState = 'filed';

  @Column('text', { nullable: true })
  answer: string | null = null;

  make(move: keyof typeof appealLifeCycle.table): void {
    this.status = appealLifeCycle.after(this.status, move);
  }

  fact(): CreditAppealFact {
    const { id, organisation, resource, grantedBy, role, points, status } = this;
    return { id, organisation, resource, grantedBy, role, points, status };
  }
}

/** Who may decide it: the tier that published the resource. */
export const appealView = (appeal: CreditAppealEntity, caller: Caller): CreditAppeal => ({
  ...appeal.fact(),
  person: appeal.person,
  grounds: appeal.grounds,
  answer: appeal.answer,
  version: appeal.version,
  createdAt: inBeijing(appeal.createdAt),
  updatedAt: inBeijing(appeal.updatedAt),
  moves: caller.organisation === appeal.grantedBy ? appealLifeCycle.movesFor(appeal.status, caller) : [],
});
