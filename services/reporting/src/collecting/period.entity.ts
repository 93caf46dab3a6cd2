import { Column, Entity } from 'typeorm';
import { inBeijing, type InputOf, type PeriodFact, type reporting } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Windows, type WindowColumns } from './windows.js';

type Schedule = Pick<InputOf<typeof reporting.announcePeriod>, 'opens' | 'due' | 'reviewOpens'>;

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

  @Column('timestamptz', { name: 'county_opens', nullable: true })
  countyOpens: Date | null = null;

  @Column('timestamptz', { name: 'city_opens', nullable: true })
  cityOpens: Date | null = null;

  @Column('timestamptz', { name: 'province_opens', nullable: true })
  provinceOpens: Date | null = null;

  /** Its place in the calendar; none where its days were given. */
  @Column('int', { nullable: true })
  year: number | null = null;

  @Column('int', { nullable: true })
  ordinal: number | null = null;

  get windows(): Windows {
    return new Windows(this);
  }

  /** Sets when each level may act. */
  schedule({ opens, due, reviewOpens = {} }: Schedule): void {
    const orNone = (instant: string | undefined): Date | null => (instant === undefined ? null : new Date(instant));
    this.opens = new Date(opens);
    this.schoolDue = new Date(due.school);
    this.countyDue = new Date(due.county);
    this.cityDue = new Date(due.city);
    this.provinceDue = orNone(due.province);
    this.countyOpens = orNone(reviewOpens.county);
    this.cityOpens = orNone(reviewOpens.city);
    this.provinceOpens = orNone(reviewOpens.province);
  }

  override fact(): PeriodFact {
    const { id, organisation, dataSet, form, name, kind, firstDay, lastDay, year, ordinal } = this;
    const due = {
      school: inBeijing(this.schoolDue),
      county: inBeijing(this.countyDue),
      city: inBeijing(this.cityDue),
      ...(this.provinceDue && { province: inBeijing(this.provinceDue) }),
    };
    const reviewOpens = {
      ...(this.countyOpens && { county: inBeijing(this.countyOpens) }),
      ...(this.cityOpens && { city: inBeijing(this.cityOpens) }),
      ...(this.provinceOpens && { province: inBeijing(this.provinceOpens) }),
    };
    return {
      id,
      organisation,
      dataSet,
      form,
      name,
      kind,
      firstDay,
      lastDay,
      opens: inBeijing(this.opens),
      due,
      reviewOpens,
      year,
      ordinal,
    };
  }
}
