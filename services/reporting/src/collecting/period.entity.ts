import { Column, Entity } from 'typeorm';
import { inBeijing, type PeriodFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Windows, type WindowColumns } from './windows.js';

/** One round of collecting 填报期, announced to everybody below its authority. */
@Entity('period')
export class Period extends Aggregate<PeriodFact> implements WindowColumns {
  static readonly reach: ReachColumns = { handedDown: 'true' };

  @Column('uuid', { name: 'data_set' })
  dataSet!: string;

  @Column('uuid')
  form!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: PeriodFact['kind'];

  @Column('date', { name: 'first_day' })
  firstDay!: string;

  @Column('date', { name: 'last_day' })
  lastDay!: string;

  @Column('timestamptz')
  opens!: Date;

  @Column('timestamptz', { name: 'school_due' })
  schoolDue!: Date;

  @Column('timestamptz', { name: 'county_due' })
  countyDue!: Date;

  @Column('timestamptz', { name: 'city_due' })
  cityDue!: Date;

  @Column('timestamptz', { name: 'province_due', nullable: true })
  provinceDue: Date | null = null;

  get windows(): Windows {
    return new Windows(this);
  }

  /** Sets when each level may act. */
  schedule({ opens, due }: { opens: string; due: { school: string; county: string; city: string; province?: string | undefined } }): void {
    this.opens = new Date(opens);
    this.schoolDue = new Date(due.school);
    this.countyDue = new Date(due.county);
    this.cityDue = new Date(due.city);
    this.provinceDue = due.province === undefined ? null : new Date(due.province);
  }

  override fact(): PeriodFact {
    const { id, organisation, dataSet, form, name, kind, firstDay, lastDay } = this;
    const due = {
      school: inBeijing(this.schoolDue),
      county: inBeijing(this.countyDue),
      city: inBeijing(this.cityDue),
      ...(this.provinceDue && { province: inBeijing(this.provinceDue) }),
    };
    return { id, organisation, dataSet, form, name, kind, firstDay, lastDay, opens: inBeijing(this.opens), due };
  }
}
