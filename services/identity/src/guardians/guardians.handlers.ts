import { identity, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { Binding } from './binding.js';
import { Claiming } from './claiming.js';
import { Inviting } from './inviting.js';
import { ReadingGuardians } from './reading-guardians.js';

@Controller()
export class GuardianHandlers {
  constructor(
    private readonly inviting: Inviting,
    private readonly claiming: Claiming,
    private readonly binding: Binding,
    private readonly reading: ReadingGuardians,
  ) {}

  @Handles(identity.inviteGuardian)
  async inviteGuardian({ personId }: InputOf<typeof identity.inviteGuardian>, call: Call) {
    const { invitation, code } = await this.inviting.invite(personId, call);
    return { ...(await this.reading.invitation(invitation, call)), code };
  }

  @Handles(identity.guardianInvitations)
  guardianInvitations(input: InputOf<typeof identity.guardianInvitations>, call: Call) {
    return this.reading.invitationsOf(input, call);
  }

  @Handles(identity.redeemInvitation)
  async redeemInvitation(input: InputOf<typeof identity.redeemInvitation>, call: Call) {
    return this.reading.claim(await this.claiming.redeem(input, call));
  }

  @Handles(identity.registerGuardian)
  async registerGuardian(input: InputOf<typeof identity.registerGuardian>, call: Call) {
    return this.reading.claim(await this.claiming.register(input, call));
  }

  @Handles(identity.confirmGuardian)
  async confirmGuardian({ invitationId }: InputOf<typeof identity.confirmGuardian>, call: Call) {
    return this.reading.invitation(await this.binding.confirm(invitationId, call), call);
  }

  @Handles(identity.refuseGuardian)
  async refuseGuardian({ invitationId, reason }: InputOf<typeof identity.refuseGuardian>, call: Call) {
    return this.reading.invitation(await this.binding.refuse(invitationId, reason, call), call);
  }

  @Handles(identity.revokeInvitation)
  async revokeInvitation({ invitationId }: InputOf<typeof identity.revokeInvitation>, call: Call) {
    return this.reading.invitation(await this.inviting.revoke(invitationId, call), call);
  }

  @Handles(identity.guardiansOf)
  guardiansOf({ personId }: InputOf<typeof identity.guardiansOf>, call: Call) {
    return this.reading.guardiansOf(personId, call);
  }

  @Handles(identity.unbindGuardian)
  unbindGuardian({ personId, postId, reason }: InputOf<typeof identity.unbindGuardian>, call: Call) {
    return this.binding.unbind(personId, postId, reason, call);
  }
}
