import type { ClientProgramFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';

/** 教学客户端: those below who rolls it out may read it, and report on it. */
@Entity('client_program')
export class ClientProgram extends Aggregate<ClientProgramFact> {
  static readonly reach: ReachColumns = { handedDown: 'true' };

  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  override fact(): ClientProgramFact {
    const { id, organisation, code, name } = this;
    return { id, organisation, code, name };
  }
}
