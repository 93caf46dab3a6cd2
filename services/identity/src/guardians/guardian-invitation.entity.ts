import type { GuardianRelation, InvitationFact, InvitationState } from '@lianxue/contracts';
import { Aggregate, type ReachColumns } from '@lianxue/persistence';
import { Column, Entity } from 'typeorm';
import type { z } from 'zod';

export type Relation = z.output<typeof GuardianRelation>;

/** An invitation to be a pupil's guardian at one school. Its code is kept only as a keyed hash. */
@Entity('guardian_invitation')
export class GuardianInvitation extends Aggregate<z.output<typeof InvitationFact>> {
  static readonly reach: ReachColumns = { person: 'pupil' };

  @Column('uuid')
  pupil!: string;

  @Column('text', { name: 'code_lookup' })
  codeLookup!: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('text', { name: 'invited_by' })
  invitedBy!: 'school' | 'guardian';

  @Column('text')
  state: z.output<typeof InvitationState> = 'offered';

  /** Who says to be the guardian. */
  @Column('uuid', { nullable: true })
  claimant: string | null = null;

  @Column('text', { nullable: true })
  relation: Relation | null = null;

  @Column('timestamptz', { name: 'claimed_at', nullable: true })
  claimedAt: Date | null = null;

  /** Why the school refused. */
  @Column('text', { nullable: true })
  reason: string | null = null;

  /** The guardian's post at the school, once confirmed. */
  @Column('uuid', { nullable: true })
  post: string | null = null;

  fact(): z.output<typeof InvitationFact> {
    const { id, version, organisation, pupil, state } = this;
    return { id, version, organisation, pupil, state };
  }
}
