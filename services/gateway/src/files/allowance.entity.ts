import type { FileMegabytes, FileTier } from '@lianxue/contracts';
import { Aggregate } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { AllowanceFact } from './allowance.facts.js';

/** Which files one authority takes, at one tier, for itself and below. */
@Entity('file_allowance')
export class Allowance extends Aggregate<AllowanceFact> {
  @Column('text')
  tier!: FileTier;

  @Column('jsonb')
  megabytes!: FileMegabytes;

  fact(): AllowanceFact {
    const { id, version, organisation, tier, megabytes } = this;
    return { id, version, organisation, tier, megabytes };
  }
}
