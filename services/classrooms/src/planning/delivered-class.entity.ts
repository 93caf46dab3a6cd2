import { inBeijing, type DeliveredClass } from '@lianxue/contracts';
import { Aggregate } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** 专递课堂: what one host teaches its receivers through a term. Receivers meet it because it is assigned to them. */
@Entity('delivered_class')
export class DeliveredClassEntity extends Aggregate<DeliveredClass> {
  @Column('text')
  subject!: DeliveredClass['subject'];

  @Column('text')
  stage!: DeliveredClass['stage'];

  @Column('int', { array: true })
  grades!: number[];

  @Column('text')
  term!: string;

  @Column('date', { name: 'first_day' })
  from!: string;

  @Column('date', { name: 'last_day' })
  to!: string;

  @Column('uuid', { array: true })
  receivers!: string[];

  @Column('jsonb')
  slots!: DeliveredClass['slots'];

  @Column('jsonb')
  exceptions!: DeliveredClass['exceptions'];

  @Column('int')
  sessions!: number;

  fact(): DeliveredClass {
    const { id, version, organisation, subject, stage, grades, term, from, to, receivers, slots, exceptions, sessions } = this;
    const [createdAt, updatedAt] = [inBeijing(this.createdAt), inBeijing(this.updatedAt)];
    return {
      id,
      version,
      createdAt,
      updatedAt,
      organisation,
      subject,
      stage,
      grades,
      term,
      from,
      to,
      receivers,
      slots,
      exceptions,
      sessions,
    };
  }
}
