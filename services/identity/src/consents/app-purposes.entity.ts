import type { AppPurpose, AppPurposesFact, DeclaredPurpose, LegalBasis } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

export type Purpose = z.output<typeof AppPurpose>;
export type Declared = z.output<typeof DeclaredPurpose>;
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
  purposes: Declared[] = [];

  /** The basis on which it reads of pupils; null when it declares nothing about them. */
  @Column('text', { name: 'for_pupils', nullable: true })
  forPupils: Basis | null = null;

  /** Declares purposes as of a version of the text. What reads as it did keeps the version since which it does, and the consents to it. */
  declare(purposes: readonly Purpose[], version: number): void {
    const before = this.purposes;
    this.purposes = purposes.map((purpose) => ({ ...purpose, since: before.find((other) => isSame(other, purpose))?.since ?? version }));
    const bases = purposes.filter(({ minors }) => minors).map(({ basis }) => basis);
    this.forPupils = bases.includes('statutory') ? 'statutory' : (bases[0] ?? null);
  }

  fact(): z.output<typeof AppPurposesFact> {
    const { id, version, organisation, client, forPupils } = this;
    return { id, version, organisation, client, forPupils };
  }
}

const isSame = (one: Purpose, other: Purpose): boolean =>
  (['purpose', 'basis', 'minors', 'notice'] as const).every((key) => one[key] === other[key]);
