import type { SignInLink as Shape, SignInLinkFact } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

/** One person at one provider 账号关联, who is known there by something of which only a keyed hash is kept. */
@Entity('sign_in_link')
export class SignInLink extends Aggregate<z.output<typeof SignInLinkFact>> {
  static readonly reach: ReachColumns = { person: 'person' };

  @Column('uuid')
  person!: string;

  @Column('uuid')
  provider!: string;

  @Column('text', { name: 'subject_lookup' })
  subjectLookup!: string;

  @Column('text', { name: 'made_by' })
  madeBy!: z.output<typeof Shape>['madeBy'];

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null = null;

  fact(): z.output<typeof SignInLinkFact> {
    const { id, version, organisation, person, provider } = this;
    return { id, version, organisation, person, provider };
  }
}
