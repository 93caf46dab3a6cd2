import {
  assertThat,
  PersonClosed,
  PersonMerged,
  refuse,
  type FieldSourceCode,
  type Gender,
  type PersonFact,
  type PersonField,
  type PostRole,
} from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

export type PersonKind = z.output<typeof PersonFact>['kinds'][number];

export type GenderCode = z.output<typeof Gender>;

/** What holding a role makes of a person. */
export function kindOf(role: PostRole): PersonKind {
  return role === 'pupil' || role === 'guardian' || role === 'vendor' ? role : 'staff';
}

/** Where fields come from, and as of when (ISO 8601, UTC). */
export type Sources = Partial<Record<PersonField, { readonly source: FieldSourceCode; readonly asOf: string }>>;

/**
 * A person, once per platform, with any number of posts. Names are in clear here and nowhere else; numbers are sealed,
 * with a keyed hash by which the same number is found again.
 */
@Entity('person')
export class Person extends Aggregate<z.output<typeof PersonFact>> {
  static readonly reach: ReachColumns = { person: 'id' };

  @Column('text')
  name!: string;

  @Column('text', { array: true })
  kinds: PersonKind[] = [];

  @Column('text', { name: 'id_type', nullable: true })
  idType: string | null = null;

  @Column('text', { name: 'id_number_sealed', nullable: true })
  idNumberSealed: string | null = null;

  @Column('text', { name: 'id_number_lookup', nullable: true })
  idNumberLookup: string | null = null;

  @Column('text', { name: 'pupil_number_sealed', nullable: true })
  pupilNumberSealed: string | null = null;

  @Column('text', { name: 'pupil_number_lookup', nullable: true })
  pupilNumberLookup: string | null = null;

  @Column('text', { name: 'phone_sealed', nullable: true })
  phoneSealed: string | null = null;

  /** 性别码, GB/T 2261.1. */
  @Column('text', { nullable: true })
  gender: GenderCode | null = null;

  /** The calendar day of birth; from the citizen's number where there is one. */
  @Column('date', { name: 'born_on', nullable: true })
  bornOn: string | null = null;

  @Column('jsonb')
  sources: Sources = {};

  @Column('text', { name: 'phone_lookup', nullable: true })
  phoneLookup: string | null = null;

  @Column('boolean')
  closed = false;

  /** The record that goes on in place of this one. */
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto: string | null = null;

  /** Minors are read more sparingly than staff; guardians are found through them. */
  get isFamily(): boolean {
    return this.kinds.includes('pupil') || this.kinds.includes('guardian');
  }

  /** Refuses when this record was merged into another, which the refusal names. */
  refuseMerged(): void {
    if (this.mergedInto !== null) throw refuse(PersonMerged, { successor: this.mergedInto });
  }

  /** Refuses when nothing may be changed of this record any more. */
  refuseClosed(): void {
    this.refuseMerged();
    assertThat(!this.closed, PersonClosed);
  }

  fact(): z.output<typeof PersonFact> {
    const { id, version, organisation, kinds, closed, mergedInto: successor } = this;
    return { id, version, organisation, kinds, closed, successor };
  }
}
