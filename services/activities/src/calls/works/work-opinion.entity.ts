import { Column, Entity } from 'typeorm';
import { opinionLifeCycle, type OpinionState, type WorkOpinion as OpinionView, type WorkOpinionFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

/** What one expert thinks of a work in one of its rounds 评审意见. It belongs to the authority that called. */
@Entity('work_opinion')
export class WorkOpinion extends Aggregate<WorkOpinionFact> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  call!: string;

  @Column('uuid')
  work!: string;

  @Column('int')
  round!: number;

  @Column('uuid')
  expert!: string;

  @Column('text')
  status: OpinionState = 'assigned';

  @Column('text', { nullable: true })
  verdict: OpinionView['verdict'] = null;

  @Column('text', { nullable: true })
  comment: string | null = null;

  make(move: keyof typeof opinionLifeCycle.table): void {
    this.status = opinionLifeCycle.after(this.status, move);
  }

  override fact(): WorkOpinionFact {
    const { id, organisation, call, work, round, status } = this;
    return { id, organisation, call, work, round, status };
  }
}
