import { Column, Entity } from 'typeorm';
import {
  earlyWarningLifeCycle,
  inBeijing,
  type EarlyWarningFact,
  type EarlyWarningMove,
  type EarlyWarningState,
  type EarlyWarningStep,
} from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

/** As many changes of a value as are worth telling; its first and its latest are always among them. */
const mostSteps = 50;

/** That an organisation's value is beyond a threshold 预警. */
@Entity('early_warning')
export class EarlyWarning extends Aggregate<EarlyWarningFact> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  threshold!: string;

  @Column('uuid')
  authority!: string;

  @Column('text')
  name!: string;

  @Column('text')
  level!: EarlyWarningFact['level'];

  @Column('text')
  comparison!: EarlyWarningFact['comparison'];

  @Column('numeric')
  limit!: number | string;

  @Column('numeric')
  value!: number | string;

  @Column('uuid', { nullable: true })
  period: string | null = null;

  @Column('text')
  status: EarlyWarningState = 'raised';

  @Column('timestamptz', { name: 'raised_at' })
  raisedAt!: Date;

  @Column('timestamptz', { name: 'cleared_at', nullable: true })
  clearedAt: Date | null = null;

  @Column('text', { nullable: true })
  done: string | null = null;

  @Column('jsonb')
  steps: EarlyWarningStep[] = [];

  /** Judged again: the value is what it was, or another, or has returned. */
  judge(what: 'raised' | 'changed' | 'cleared', value: string | null, period: string | null, now: Date): void {
    if (value !== null) Object.assign(this, { value, period });
    if (what === 'raised') this.raisedAt = now;
    if (what === 'cleared') this.clearedAt = now;
    this.note({ at: inBeijing(now), what, value: value === null ? null : Number(value), period });
  }

  /** Received, or closed with a word on what was done; or refuses. */
  make(move: EarlyWarningMove, now: Date, done: string | null = null): void {
    this.status = earlyWarningLifeCycle.after(this.status, move);
    this.done = done;
    this.note({ at: inBeijing(now), what: move === 'receive' ? 'received' : 'closed', value: null, period: null });
  }

  private note(step: EarlyWarningStep): void {
    const steps = [...this.steps, step];
    const oldest = steps.findIndex(({ what }) => what === 'changed');
    this.steps = steps.length > mostSteps && oldest >= 0 ? steps.toSpliced(oldest, 1) : steps;
  }

  override fact(): EarlyWarningFact {
    const { id, organisation, threshold, authority, level, comparison, limit, value, period, status, raisedAt, clearedAt } = this;
    return {
      ...{ id, organisation, threshold, authority, level, comparison, limit: Number(limit), value: Number(value), period, status },
      raisedAt: inBeijing(raisedAt),
      clearedAt: clearedAt && inBeijing(clearedAt),
    };
  }
}
