import {
  dayInBeijing,
  finalIncidentStates,
  inBeijing,
  IncidentOver,
  incidentLifeCycle,
  refuse,
  type ClockRule,
  type FinalReport,
  type IncidentFact,
  type IncidentLevel,
  type IncidentState,
  type OperatorKind,
} from '@lianxue/contracts';
import { Aggregate } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import { clocksOf, nextDue, type KeptClock } from '../clocks/clock.js';

/** 网络安全事件: what happened at one unit, how far its handling has come, and the clocks that run on it. */
@Entity('incident')
export class IncidentEntity extends Aggregate<IncidentFact> {
  @Column('text')
  title!: string;

  @Column('text')
  category!: string;

  @Column('text')
  level!: IncidentLevel;

  @Column('text', { name: 'operator_kind' })
  operatorKind!: OperatorKind;

  @Column('text', { nullable: true })
  system!: string | null;

  @Column('text')
  summary!: string;

  @Column('text')
  status: IncidentState = 'reported';

  @Column('timestamptz', { name: 'discovered_at' })
  discoveredAt!: Date;

  @Column('timestamptz', { name: 'reported_at' })
  reportedAt!: Date;

  @Column('timestamptz', { name: 'acknowledged_at', nullable: true })
  acknowledgedAt: Date | null = null;

  @Column('timestamptz', { name: 'supplemented_at', nullable: true })
  supplementedAt: Date | null = null;

  @Column('timestamptz', { name: 'contained_at', nullable: true })
  containedAt: Date | null = null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null = null;

  @Column('jsonb')
  clocks: KeptClock[] = [];

  @Column('timestamptz', { name: 'next_due_at', nullable: true })
  nextDueAt: Date | null = null;

  @Column('text', { name: 'regrade_reason', nullable: true })
  regradeReason: string | null = null;

  @Column('text', { name: 'dismiss_reason', nullable: true })
  dismissReason: string | null = null;

  @Column('jsonb', { name: 'final_report', nullable: true })
  finalReport: FinalReport | null = null;

  /** The calendar day whose rules hold for it. */
  get discoveredOn(): string {
    return dayInBeijing(this.discoveredAt);
  }

  move(move: 'acknowledge' | 'handle' | 'contain' | 'close' | 'dismiss', now: Date): void {
    this.status = incidentLifeCycle.after(this.status, move);
    if (move === 'acknowledge') this.acknowledgedAt = now;
    if (move === 'contain') this.containedAt = now;
    if (move === 'close') this.closedAt = now;
  }

  /** Refuses once nothing is added any more. */
  isOpen(): void {
    if (finalIncidentStates.includes(this.status)) throw refuse(IncidentOver, { state: this.status });
  }

  /** Sets the clocks to what has happened by now; a false alarm keeps only those that were met. */
  wind(rules: readonly ClockRule[]): void {
    const clocks = clocksOf(rules, this, this.clocks);
    this.clocks = this.status === 'dismissed' ? clocks.filter(({ metAt }) => metAt !== null) : clocks;
    this.nextDueAt = nextDue(this.clocks);
  }

  /** What is counted and timed, nothing that was written freely. */
  fact(): IncidentFact {
    const at = (moment: Date | null) => moment && inBeijing(moment);
    return {
      id: this.id,
      version: this.version,
      createdAt: inBeijing(this.createdAt),
      updatedAt: inBeijing(this.updatedAt),
      organisation: this.organisation,
      category: this.category,
      level: this.level,
      operatorKind: this.operatorKind,
      status: this.status,
      discoveredAt: inBeijing(this.discoveredAt),
      reportedAt: inBeijing(this.reportedAt),
      acknowledgedAt: at(this.acknowledgedAt),
      containedAt: at(this.containedAt),
      closedAt: at(this.closedAt),
      nextDueAt: at(this.nextDueAt),
      clocks: this.clocks.map(({ rule, name, recipient, startsAt, warnAt, dueAt, metAt }) => ({
        rule,
        name,
        recipient,
        startsAt: inBeijing(new Date(startsAt)),
        warnAt: inBeijing(new Date(warnAt)),
        dueAt: inBeijing(new Date(dueAt)),
        metAt: metAt && inBeijing(new Date(metAt)),
      })),
    };
  }
}
