import type { RegistrationTargetFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

type Fact = z.output<typeof RegistrationTargetFact>;

/** The share of a group that has to be registered, at an organisation and below until a lower one sets its own. */
@Entity('registration_target')
export class RegistrationTarget extends Aggregate<Fact> {
  static readonly reach: ReachColumns = {};

  @Column('text')
  who!: Fact['who'];

  @Column('numeric')
  rate!: number | string;

  fact(): Fact {
    const { id, version, organisation, who, rate } = this;
    return { id, version, organisation, who, rate: Number(rate) };
  }
}
