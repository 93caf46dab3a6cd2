import { Column, Entity } from 'typeorm';
import type { AskedAttachment, CrossRule, FormFact, Indicator, Section } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

/** One version of a data set's form; never changed, so that what was reported stays readable as it was asked. */
@Entity('form')
export class Form extends Aggregate<FormFact> {
  static readonly reach: ReachColumns = { handedDown: 'true' };

  @Column('uuid', { name: 'data_set' })
  dataSet!: string;

  @Column('int')
  number!: number;

  @Column('jsonb', { default: [] })
  sections: Section[] = [];

  @Column('jsonb')
  indicators!: Indicator[];

  @Column('jsonb', { default: [] })
  attachments: AskedAttachment[] = [];

  @Column('jsonb')
  rules!: CrossRule[];

  override fact(): FormFact {
    const { id, organisation, dataSet, number, sections, indicators, attachments, rules } = this;
    return { id, organisation, dataSet, number, sections, indicators, attachments, rules };
  }
}
