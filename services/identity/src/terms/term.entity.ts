import type { TermFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

type Fact = z.output<typeof TermFact>;

/** A school year, a term in it or a grading period in that; what an authority sets holds for all below. */
@Entity('term')
export class Term extends Aggregate<Fact> {
  static readonly reach: ReachColumns = { handedDown: 'not t.withdrawn' };

  @Column('text')
  kind!: Fact['kind'];

  @Column('uuid', { nullable: true })
  parent: string | null = null;

  /** The calendar year in which the school year begins. */
  @Column('int', { name: 'school_year' })
  schoolYear!: number;

  @Column('int', { nullable: true })
  ordinal: number | null = null;

  @Column('text', { nullable: true })
  stage: Fact['stage'] = null;

  @Column('text')
  title!: string;

  @Column('date')
  since!: string;

  @Column('date')
  until!: string;

  @Column('boolean')
  withdrawn = false;

  fact(): Fact {
    const { id, version, organisation, kind, parent, schoolYear, ordinal, stage, title, since, until, withdrawn } = this;
    return { id, version, organisation, kind, parent, schoolYear, ordinal, stage, title, since, until, withdrawn };
  }
}
