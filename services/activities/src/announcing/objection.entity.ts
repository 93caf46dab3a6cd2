import { Column, Entity } from 'typeorm';
import { objectionLifeCycle, type ObjectionFact, type ObjectionState } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

/** What somebody holds against a result 异议: the organiser meets it, and whoever filed it. */
@Entity('objection')
export class Objection extends Aggregate<ObjectionFact> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  notice!: string;

  @Column('uuid')
  entry!: string;

  @Column('uuid')
  objector!: string;

  @Column('text')
  grounds!: string;

  @Column('text')
  status: ObjectionState = 'filed';

  @Column('text', { nullable: true })
  answer: string | null = null;

  make(move: keyof typeof objectionLifeCycle.table): void {
    this.status = objectionLifeCycle.after(this.status, move);
  }

  override fact(): ObjectionFact {
    const { id, organisation, notice, entry, status } = this;
    return { id, organisation, notice, entry, status };
  }
}
