import {
  AlreadyMadeUp,
  classSessionLifeCycle,
  inBeijing,
  refuse,
  SessionBackwards,
  SessionNotOver,
  SessionToCome,
  type ClassSessionFact,
  type ClassSessionState,
} from '@lianxue/contracts';
import { Aggregate } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** 课次: one meeting of a delivered class, as planned and as it went. */
@Entity('class_session')
export class ClassSessionEntity extends Aggregate<ClassSessionFact> {
  @Column('uuid', { name: 'delivered_class' })
  deliveredClass!: string;

  @Column('int')
  number!: number;

  @Column('uuid', { array: true })
  receivers!: string[];

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt!: Date;

  /** As last written down; what counts is {@link statusAt}. */
  @Column('text')
  status: ClassSessionState = 'planned';

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt: Date | null = null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null = null;

  @Column('text', { nullable: true })
  reason: string | null = null;

  @Column('uuid', { name: 'makes_up', nullable: true })
  makesUp: string | null = null;

  @Column('uuid', { name: 'made_up_by', nullable: true })
  madeUpBy: string | null = null;

  /** A planned session whose time has passed was missed, whether or not anybody says so. */
  statusAt(now: Date): ClassSessionState {
    return this.status === 'planned' && this.endsAt < now ? 'missed' : this.status;
  }

  start(at: Date, now: Date): void {
    if (at > now) throw refuse(SessionToCome);
    this.status = classSessionLifeCycle.after(this.statusAt(now), 'start');
    this.startedAt = at;
    this.reason = null;
  }

  end(at: Date, now: Date): void {
    if (at > now) throw refuse(SessionToCome);
    this.status = classSessionLifeCycle.after(this.statusAt(now), 'end');
    if (at <= this.startedAt!) throw refuse(SessionBackwards);
    this.endedAt = at;
  }

  cancel(reason: string, now: Date): void {
    this.status = classSessionLifeCycle.after(this.statusAt(now), 'cancel');
    this.reason = reason;
  }

  miss(reason: string, now: Date): void {
    this.status = classSessionLifeCycle.after(this.statusAt(now), 'miss');
    if (this.endsAt >= now) throw refuse(SessionNotOver);
    this.reason = reason;
  }

  /** The session that makes this one up; `earlier` is one that was arranged before and may have fallen through too. */
  makeUp(startsAt: Date, endsAt: Date, earlier: ClassSessionEntity | undefined, now: Date): ClassSessionEntity {
    this.status = classSessionLifeCycle.after(this.statusAt(now), 'makeUp');
    if (earlier && !['cancelled', 'missed'].includes(earlier.statusAt(now))) throw refuse(AlreadyMadeUp);
    if (endsAt <= startsAt) throw refuse(SessionBackwards);
    const made = new ClassSessionEntity();
    Object.assign(made, {
      organisation: this.organisation,
      deliveredClass: this.deliveredClass,
      number: this.number,
      receivers: this.receivers,
    });
    return Object.assign(made, { startsAt, endsAt, makesUp: this.id });
  }

  /** Without reasons written freely. */
  fact(): ClassSessionFact {
    return {
      id: this.id,
      version: this.version,
      createdAt: inBeijing(this.createdAt),
      updatedAt: inBeijing(this.updatedAt),
      organisation: this.organisation,
      deliveredClass: this.deliveredClass,
      number: this.number,
      receivers: this.receivers,
      startsAt: inBeijing(this.startsAt),
      endsAt: inBeijing(this.endsAt),
      status: this.status,
      startedAt: this.startedAt && inBeijing(this.startedAt),
      endedAt: this.endedAt && inBeijing(this.endedAt),
      makesUp: this.makesUp,
      madeUpBy: this.madeUpBy,
    };
  }
}
