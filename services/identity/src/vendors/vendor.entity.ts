import type { Vendor as VendorShape, VendorFact } from '@lianxue/contracts';
import type { ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';
import { OnDesk } from './desk.js';

type Shape = z.output<typeof VendorShape>;

/** What a vendor cannot be approved without. */
const required = [
  'creditCode',
  'unitType',
  'legalPerson',
  'registeredDivision',
  'registeredPlace',
  'contactName',
  'contactPhoneSealed',
  'contactEmail',
] as const;

/** The papers of a vendor 企业资质; its organisation is the vendor itself. */
@Entity('vendor')
export class Vendor extends OnDesk<z.output<typeof VendorFact>> {
  static readonly reach: ReachColumns = {};

  /** The authority it applied to. */
  @Column('uuid')
  authority!: string;

  @Column('text')
  name!: string;

  /** Claimed for the organisation only when it is approved, so that nobody can take another's code by registering first. */
  @Column('text', { name: 'credit_code', nullable: true })
  creditCode: string | null = null;

  @Column('text', { name: 'unit_type', nullable: true })
  unitType: Shape['unitType'] = null;

  @Column('text', { name: 'legal_person', nullable: true })
  legalPerson: string | null = null;

  @Column('text', { name: 'registered_division', nullable: true })
  registeredDivision: string | null = null;

  @Column('text', { name: 'registered_place', nullable: true })
  registeredPlace: string | null = null;

  @Column('text', { name: 'contact_name', nullable: true })
  contactName: string | null = null;

  @Column('text', { name: 'contact_phone_sealed', nullable: true })
  contactPhoneSealed: string | null = null;

  @Column('text', { name: 'contact_email', nullable: true })
  contactEmail: string | null = null;

  @Column('boolean', { name: 'self_registered' })
  selfRegistered = false;

  @Column('text')
  state: Shape['state'] = 'pending';

  get missing(): string[] {
    return required.filter((field) => this[field] === null).map((field) => (field === 'contactPhoneSealed' ? 'contactPhone' : field));
  }

  fact(): z.output<typeof VendorFact> {
    const { id, version, organisation, authority, state, missing, round } = this;
    return { id, version, organisation, authority, state, missing, round };
  }
}
