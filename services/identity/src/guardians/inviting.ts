import {
  assertThat,
  CLOCK,
  invitationFacts,
  invitationLife,
  InvitationsMany,
  InvitationUnknown,
  PersonUnknown,
  refuse,
  type Call,
  type Clock,
} from '@lianxue/contracts';
import { newId, Sealer, sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Passwords } from '../people/passwords.js';
import { Post } from '../people/post.entity.js';
import { OwnClasses } from '../rosters/own-classes.js';
import { GuardianInvitation } from './guardian-invitation.entity.js';

const heldDays = 14;

/** Father, mother, two grandparents, and one slip that was lost. */
const openAtOnce = 5;

/** The code as it is compared: typed from a slip, with or without hyphens, in any case and width. */
export const lookupOf = (sealer: Sealer, code: string): string =>
  sealer.lookup(
    'guardianInvitation',
    code
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, ''),
  );

/** Offering invitations: by the school, or by somebody who is the pupil's guardian already. */
@Injectable()
export class Inviting {
  constructor(
    private readonly store: Store,
    private readonly passwords: Passwords,
    private readonly sealer: Sealer,
    private readonly ownClasses: OwnClasses,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async invite(pupil: string, call: Call): Promise<{ invitation: GuardianInvitation; code: string }> {
    const post = await this.store.first(Post, sql`t.person = ${pupil} and t.role = 'pupil' and not t.ended`, call);
    if (!post) throw refuse(PersonUnknown);
    await this.ownClasses.refuseOthers(call.caller, pupil);
    const code = this.passwords.oneTime().replace(/(.{4})(?=.)/g, '$1-');
    const now = this.clock.now();
    return this.store.commit(call, async (work) => {
      const open = await work.all(
        GuardianInvitation,
        sql`t.pupil = ${pupil} and (t.state = 'claimed' or (t.state = 'offered' and t.expires_at > ${now}))`,
      );
      assertThat(open.length < openAtOnce, InvitationsMany);
      const invitation = Object.assign(new GuardianInvitation(), {
        id: newId(),
        organisation: post.organisation,
        pupil,
        codeLookup: lookupOf(this.sealer, code),
        expiresAt: new Date(now.getTime() + heldDays * 24 * 3600_000),
        invitedBy: call.caller.role === 'guardian' ? 'guardian' : 'school',
      });
      return { invitation: await work.insert(invitation, invitationFacts.offered), code };
    });
  }

  async revoke(id: string, call: Call): Promise<GuardianInvitation> {
    const { pupil } = await this.store.one(GuardianInvitation, id, call, InvitationUnknown);
    await this.ownClasses.refuseOthers(call.caller, pupil);
    return this.store.commit(call, async (work) => {
      const invitation = await work.target(GuardianInvitation, id, InvitationUnknown);
      // A parent takes back what a parent offered; the school's own invitation to the other parent is not theirs to stop.
      assertThat(call.caller.role !== 'guardian' || invitation.invitedBy === 'guardian', InvitationUnknown);
      invitation.state = invitationLife.after(invitation.state, 'revoke');
      return work.update(invitation, invitationFacts.revoked);
    });
  }
}
