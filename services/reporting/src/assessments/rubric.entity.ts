import { Column, Entity } from 'typeorm';
import type { RubricContent, RubricFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { sumOf } from './hundredths.js';

/** One edition of a rubric 指标体系; everybody below its authority may read it. */
@Entity('rubric')
export class Rubric extends Aggregate<RubricFact> {
  static readonly reach: ReachColumns = { handedDown: 'true' };

  @Column('text')
  code!: string;

  @Column('int')
  number!: number;

  @Column('text')
  name!: string;

  @Column('text', { name: 'name_en' })
  nameEn!: string;

  @Column('text', { nullable: true })
  description: string | null = null;

  @Column('jsonb')
  dimensions!: RubricContent['dimensions'];

  @Column('jsonb')
  vetoes!: RubricContent['vetoes'];

  @Column('jsonb')
  grades!: RubricContent['grades'];

  @Column('jsonb')
  deductions!: RubricContent['deductions'];

  get content(): RubricContent {
    const { name, nameEn, description, dimensions, vetoes, grades, deductions } = this;
    return { name, nameEn, ...(description === null ? {} : { description }), dimensions, vetoes, grades, deductions };
  }

  get fullPoints(): number {
    return sumOf(this.dimensions.flatMap(({ criteria }) => criteria.map(({ points }) => points)));
  }

  /** Without its criteria, whose words would be more than a fact carries. */
  override fact(): RubricFact {
    const { id, organisation, code, number, name, nameEn, grades, fullPoints } = this;
    return { id, organisation, code, number, name, nameEn, grades, fullPoints };
  }
}
