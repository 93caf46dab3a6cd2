import { DayOutside, inBeijing, refuse, type GuardPeriod, type OrganisationKind } from '@lianxue/contracts';
import { Aggregate } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** 重要时期: days in which every unit below the declaring authority reports daily. */
@Entity('guard_period')
export class GuardPeriodEntity extends Aggregate<GuardPeriod> {
  static readonly reach = { handedDown: 'true' };

  @Column('text')
  name!: string;

  @Column('date', { name: 'first_day' })
  from!: string;

  @Column('date', { name: 'last_day' })
  to!: string;

  /** Time of day in Asia/Shanghai, `17:00`. */
  @Column('text', { name: 'daily_deadline' })
  dailyDeadline!: string;

  @Column('text', { array: true })
  kinds!: OrganisationKind[];

  @Column('text', { nullable: true })
  basis!: string | null;

  /** Refuses a day outside the period. */
  includes(day: string): void {
    if (day < this.from || day > this.to) throw refuse(DayOutside, { day, from: this.from, to: this.to });
  }

  dueOn(day: string): Date {
    return new Date(`${day}T${this.dailyDeadline}:00+08:00`);
  }

  fact(): GuardPeriod {
    const { id, version, organisation, name, from, to, dailyDeadline, kinds, basis } = this;
    const [createdAt, updatedAt] = [inBeijing(this.createdAt), inBeijing(this.updatedAt)];
    return { id, version, createdAt, updatedAt, organisation, name, from, to, dailyDeadline, kinds, basis };
  }
}
