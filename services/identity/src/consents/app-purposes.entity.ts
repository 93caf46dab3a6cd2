import type { AppPurpose, AppPurposesFact, LegalBasis } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

export type Purpose = z.output<typeof AppPurpose>;
export type Basis = z.output<typeof LegalBasis>;

/** What an app says it does with people's data: a public notice. Its version is what people consent to. */
@Entity('app_purposes')
export class AppPurposes extends Aggregate<z.output<typeof AppPurposesFact>> {
  static readonly reach: ReachColumns = { public: 'true' };

  @Column('uuid')
  app!: string;

  @Column('text')
  client!: string;

  @Column('jsonb')
  purposes!: Purpose[];

  /** The basis on which it reads of pupils; null when it declares nothing about them. */
  @Column('text', { name: 'for_pupils', nullable: true })
  forPupils: Basis | null = null;

  /** A statutory purpose lets it read of every pupil, whatever else it asks consent for. */
  declare(purposes: readonly Purpose[]): void {
    this.purposes = [...purposes];
    const bases = purposes.filter(({ minors }) => minors).map(({ basis }) => basis);
    this.forPupils = bases.includes('statutory') ? 'statutory' : (bases[0] ?? null);
  }

  fact(): z.output<typeof AppPurposesFact> {
    const { id, version, organisation, client, forPupils } = this;
    return { id, version, organisation, client, forPupils };
  }
}
