import { staffRecordLife, type StaffRecordFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

type Fact = z.output<typeof StaffRecordFact>;

/** One line of a staff file. It belongs to the organisation that keeps the person's record. */
@Entity('staff_record')
export class StaffRecord extends Aggregate<Fact> {
  static readonly reach: ReachColumns = { person: 'person' };

  @Column('uuid')
  person!: string;

  @Column('text')
  kind!: Fact['kind'];

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  issuer: string | null = null;

  @Column('date')
  from!: string;

  @Column('date', { nullable: true })
  to: string | null = null;

  @Column('int', { nullable: true })
  hours: number | null = null;

  @Column('text')
  state: Fact['state'] = 'entered';

  @Column('text', { nullable: true })
  reason: string | null = null;

  @Column('text', { name: 'entered_by' })
  enteredBy!: string;

  make(move: keyof typeof staffRecordLife.table): void {
    this.state = staffRecordLife.after(this.state, move);
  }

  fact(): Fact {
    const { id, version, organisation, person, kind, state } = this;
    return { id, version, organisation, person, kind, state };
  }
}
