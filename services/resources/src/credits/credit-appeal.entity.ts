import {
  appealLifeCycle,
  inBeijing,
  type AppealState,
  type Caller,
  type Credit,
  type CreditAppeal,
  type CreditAppealFact,
} from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** 贡献分申诉: the appellant's organisation meets it, and every tier above, of which one decides. */
@Entity('contribution_appeal')
export class CreditAppealEntity extends Aggregate<CreditAppealFact> {
  static readonly reach: ReachColumns = {};

  /** For whom the credit is claimed; null for the organisation itself. */
  @Column('uuid', { nullable: true })
  person!: string | null;

  @Column('uuid', { name: 'filed_by' })
  filedBy!: string;

  @Column('uuid')
  resource!: string;

  @Column('uuid', { name: 'granted_by' })
  grantedBy!: string;

  @Column('text')
  role!: Credit['role'];

  @Column('int')
  points!: number;

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
