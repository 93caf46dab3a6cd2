import type { EnrolmentFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

/** That a person is in a class, as pupil or teacher. */
@Entity('enrolment')
export class Enrolment extends Aggregate<z.output<typeof EnrolmentFact>> {
  static readonly reach: ReachColumns = { person: 'person' };

  @Column('uuid')
  class!: string;

  @Column('uuid')
  person!: string;

  @Column('text')
  role!: 'pupil' | 'teacher';

  @Column('date', { nullable: true })
  since: string | null = null;

  @Column('date', { nullable: true })
  until: string | null = null;

  @Column('boolean')
  ended = false;

  fact(): z.output<typeof EnrolmentFact> {
    const { id, version, organisation, class: schoolClass, person, role, ended } = this;
    return { id, version, organisation, class: schoolClass, person, role, ended };
  }
}
