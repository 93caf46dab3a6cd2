import { Column, Entity } from 'typeorm';
import { inBeijing, type Question, type SurveyFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';

/** 满意度测评: everybody below the organisation that asks may read what is asked. */
@Entity('survey')
export class Survey extends Aggregate<SurveyFact> {
  static readonly reach: ReachColumns = { handedDown: 'true' };

  @Column('text')
  name!: string;

  @Column('boolean')
  anonymous!: boolean;

  @Column('text', { array: true })
  roles!: SurveyFact['roles'];

  @Column('int')
  share!: number;

  @Column('jsonb')
  questions!: Question[];

  @Column('timestamptz')
  opens!: Date;

  @Column('timestamptz')
  closes!: Date;

  override fact(): SurveyFact {
    const { id, organisation, name, anonymous, roles, share } = this;
    return { id, organisation, name, anonymous, roles, share, opens: inBeijing(this.opens), closes: inBeijing(this.closes) };
  }
}
