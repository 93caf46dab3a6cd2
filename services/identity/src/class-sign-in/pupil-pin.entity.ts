import type { PupilPinFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

/** A pupil's picture in a class, and the hash of the four digits that belong to it. */
@Entity('pupil_pin')
export class PupilPin extends Aggregate<z.output<typeof PupilPinFact>> {
  static readonly reach: ReachColumns = {};

  @Column('uuid')
  class!: string;

  @Column('uuid')
  person!: string;

  @Column('text')
  picture!: string;

  @Column('text', { name: 'pin_hash' })
  pinHash!: string;

  fact(): z.output<typeof PupilPinFact> {
    const { id, version, organisation, class: schoolClass, person } = this;
    return { id, version, organisation, class: schoolClass, person };
  }
}
