import type { ClassifiedField, DisclosureFact, DisclosureReason, PostRole } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

/** That somebody read fields of a person in full; never the values. */
@Entity('disclosure')
export class Disclosure extends Aggregate<z.output<typeof DisclosureFact>> {
  static readonly reach: ReachColumns = { person: 'person' };

  @Column('uuid')
  person!: string;

  @Column('uuid')
  reader!: string;

  @Column('text')
  role!: PostRole;

  /** For which organisation the reader acted. */
  @Column('uuid')
  acting!: string;

  @Column('text')
  reason!: z.output<typeof DisclosureReason>;

  @Column('text')
  note!: string;

  @Column('text', { array: true })
  fields!: ClassifiedField[];

  fact(): z.output<typeof DisclosureFact> {
    const { id, version, organisation, person, reason, fields } = this;
    return { id, version, organisation, person, reason, fields };
  }
}
