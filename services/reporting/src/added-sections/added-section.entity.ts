import type { AddedSectionFact, Indicator } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** What an authority asks those below it beside a form from above. It never changes. */
@Entity('added_section')
export class AddedSection extends Aggregate<AddedSectionFact> {
  static readonly reach: ReachColumns = { handedDown: 'true' };

  @Column('uuid', { name: 'data_set' })
  dataSet!: string;

  /** What its codes begin with: no other section of the data set has it, and no form of it. */
  @Column('text')
  prefix!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'name_en' })
  nameEn!: string;

  @Column('jsonb')
  indicators!: Indicator[];

  @Column('boolean')
  withdrawn = false;

  override fact(): AddedSectionFact {
    const { id, organisation, dataSet, prefix, name, nameEn, indicators, withdrawn } = this;
    return { id, organisation, dataSet, prefix, name, nameEn, indicators, withdrawn };
  }
}
