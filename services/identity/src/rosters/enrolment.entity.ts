import type { EnrolmentFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

/** That a person is in a class: as a pupil, or to teach it, lead it or help in it. */
@Entity('enrolment')
export class Enrolment extends Aggregate<z.output<typeof EnrolmentFact>> {
  static readonly reach: ReachColumns = { person: 'person' };

  @Column('uuid')
  class!: string;

  @Column('uuid')
  person!: string;

  @Column('text')
  role!: z.output<typeof EnrolmentFact>['role'];

  /** Of several classes or teachers the one of first account. */
  @Column('boolean')
  primary = true;

  @Column('date', { nullable: true })
  since: string | null = null;

  @Column('date', { nullable: true })
  until: string | null = null;

  @Column('boolean')
  ended = false;

  /** Over, with this as its last day. */
  end(on: string): this {
    return Object.assign(this, { ended: true, until: this.until !== null && this.until < on ? this.until : on });
  }

  fact(): z.output<typeof EnrolmentFact> {
    const { id, version, organisation, class: schoolClass, person, role, primary, ended } = this;
    return { id, version, organisation, class: schoolClass, person, role, primary, ended };
  }
}
