import { inBeijing, type Curriculum, type CurriculumFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** 课程树: a textbook's chapters, a knowledge graph or a competency framework, as an authority imported it. */
@Entity('curriculum')
export class CurriculumTree extends Aggregate<CurriculumFact> {
  /** What an authority imported, everyone below it reads. */
  static readonly reach: ReachColumns = { handedDown: 'true' };

  @Column('text')
  code!: string;

  @Column('text')
  kind!: Curriculum['kind'];

  @Column('text')
  name!: string;

  @Column('text')
  stage!: Curriculum['stage'];

  @Column('text')
  subject!: Curriculum['subject'];

  @Column('int', { array: true })
  grades!: number[];

  @Column('text', { nullable: true })
  edition!: string | null;

  @Column('text', { nullable: true })
  volume!: string | null;

  @Column('text', { nullable: true })
  source!: string | null;

  @Column('text')
  state: Curriculum['state'] = 'current';

  @Column('uuid', { nullable: true })
  successor: string | null = null;

  @Column('int')
  nodes = 0;

  @Column('int')
  retired = 0;

  fact(): CurriculumFact {
    const { id, organisation, code, kind, name, stage, subject, grades, edition, volume, source, state, successor, nodes, retired } = this;
    return { id, organisation, code, kind, name, stage, subject, grades, edition, volume, source, state, successor, nodes, retired };
  }

  view(): Curriculum {
    return { ...this.fact(), version: this.version, createdAt: inBeijing(this.createdAt), updatedAt: inBeijing(this.updatedAt) };
  }
}
