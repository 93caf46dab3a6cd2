import { Column, Entity } from 'typeorm';
import { bulletinObjectionLifeCycle, type BulletinObjectionFact, type BulletinObjectionState } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

/** What an addressee holds against a bulletin 异议: the authority meets it, and whoever filed it. */
@Entity('bulletin_objection')
export class BulletinObjection extends Aggregate<BulletinObjectionFact> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  bulletin!: string;

  @Column('uuid')
  objector!: string;

  @Column('text')
  status: BulletinObjectionState = 'filed';

  @Column('text')
  grounds!: string;

  @Column('text', { nullable: true })
  answer: string | null = null;

  make(move: keyof typeof bulletinObjectionLifeCycle.table): void {
    this.status = bulletinObjectionLifeCycle.after(this.status, move);
  }

  override fact(): BulletinObjectionFact {
    const { id, organisation, bulletin, objector, status } = this;
    return { id, organisation, bulletin, objector, status };
  }
}
