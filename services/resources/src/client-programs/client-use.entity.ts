import type { ClientUseFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** What one school used of a client program on one day, told as a fact for reporting. */
@Entity('client_use')
export class ClientUse extends Aggregate<ClientUseFact> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  program!: string;

  @Column('date')
  day!: string;

  @Column('int', { name: 'active_classes' })
  activeClasses!: number;

  @Column('int', { name: 'active_teachers' })
  activeTeachers!: number;

  override fact(): ClientUseFact {
    const { id, organisation, program, day, activeClasses, activeTeachers } = this;
    return { id, organisation, program, day, activeClasses, activeTeachers };
  }
}
