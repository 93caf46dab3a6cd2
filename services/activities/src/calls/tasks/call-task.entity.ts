import { Column, Entity } from 'typeorm';
import {
  callTaskLifeCycle,
  inBeijing,
  type CallTask as CallTaskView,
  type CallTaskFact,
  type CallTaskMove,
  type CallTaskState,
  type ShootingPlan,
} from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

/** What a school, or one person there, owes a call 征集任务. The school's people meet it, and those above. */
@Entity('call_task')
export class CallTask extends Aggregate<CallTaskFact> {
  static readonly reach: ReachColumns = {};

  /** The authority that called. */
  @Column('uuid')
  issuer!: string;

  @Column('uuid')
  call!: string;

  @Column('uuid', { nullable: true })
  person!: string | null;

  @Column('text')
  title!: string;

  @Column('text')
  stage!: CallTaskView['stage'];

  @Column('text')
  subject!: CallTaskView['subject'];

  @Column('int', { nullable: true })
  grade!: number | null;

  @Column('text', { nullable: true })
  chapter!: string | null;

  @Column('int')
  owed!: number;

  @Column('timestamptz')
  due!: Date;

  @Column('jsonb', { nullable: true })
  plan: ShootingPlan | null = null;

  @Column('date', { name: 'shot_on', nullable: true })
  shotOn: string | null = null;

  @Column('text')
  status: CallTaskState = 'assigned';

  /** When the platform reminds of it; null once it has, and where there is nothing to remind of. */
  @Column('timestamptz', { name: 'remind_at', nullable: true })
  remindAt: Date | null = null;

  @Column('timestamptz', { name: 'reminded_at', nullable: true })
  remindedAt: Date | null = null;

  @Column('timestamptz', { name: 'urged_at', nullable: true })
  urgedAt: Date | null = null;

  @Column('text', { nullable: true })
  note: string | null = null;

  make(move: CallTaskMove): void {
    this.status = callTaskLifeCycle.after(this.status, move);
  }

  /** Refuses unless this state allows the move, which leaves it as it is. */
  allow(move: CallTaskMove): void {
    callTaskLifeCycle.after(this.status, move);
  }

  get isOpen(): boolean {
    return this.status !== 'fulfilled' && this.status !== 'cancelled';
  }

  /** Until when it is owed, and so when the platform reminds of it. */
  setDue(due: Date, remindDays: number): void {
    this.due = due;
    this.remindAt = remindDays === 0 ? null : new Date(due.getTime() - remindDays * 24 * 3600_000);
  }

  override fact(): CallTaskFact {
    const { id, organisation, issuer, call, stage, subject, grade, owed, shotOn, status } = this;
    return { id, organisation, issuer, call, stage, subject, grade, owed, due: inBeijing(this.due), shotOn, status };
  }
}
