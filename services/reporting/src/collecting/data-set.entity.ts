import { Column, Entity } from 'typeorm';
import { usualCalendar, type Calendar, type DataSetFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

/** What is collected again and again 数据集. Everybody below its authority may read it. */
@Entity('data_set')
export class DataSet extends Aggregate<DataSetFact> {
  static readonly reach: ReachColumns = { handedDown: 'true' };

  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'name_en' })
  nameEn!: string;

  @Column('text', { nullable: true })
  description: string | null = null;

  /** Kinds of organisation that fill it in. */
  @Column('text', { name: 'filled_by', array: true })
  filledBy!: DataSetFact['filledBy'];

  /** How the windows of its periods are counted; the usual way when null. */
  @Column('jsonb', { name: 'calendar', nullable: true })
  ownCalendar: Calendar | null = null;

  @Column('text', { name: 'reviewed_by' })
  reviewedBy!: DataSetFact['reviewedBy'];

  /** The form in force. */
  @Column('uuid')
  form!: string;

  @Column('int', { name: 'form_number' })
  formNumber!: number;

  get calendar(): Calendar {
    return this.ownCalendar ?? usualCalendar;
  }

  override fact(): DataSetFact {
    const { id, organisation, code, name, nameEn, description, filledBy, reviewedBy, calendar, form, formNumber } = this;
    const described = description === null ? {} : { description };
    return { id, organisation, code, name, nameEn, ...described, filledBy, reviewedBy, calendar, form, formNumber };
  }
}
