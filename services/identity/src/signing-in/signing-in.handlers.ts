import { identity, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { Revocations } from './revocations.js';
import { SigningIn } from './signing-in.js';
import { Unlocking } from './unlocking.js';

@Controller()
export class SigningInHandlers {
  constructor(
    private readonly signingIn: SigningIn,
    private readonly revocations: Revocations,
    private readonly unlocking: Unlocking,
  ) {}

  @Handles(identity.signIn)
  signIn(input: InputOf<typeof identity.signIn>, call: Call) {
    return this.signingIn.signIn(input, call);
  }

  @Handles(identity.changePassword)
  changePassword(input: InputOf<typeof identity.changePassword>, call: Call) {
    return this.signingIn.changePassword(input, call);
  }

  @Handles(identity.signInLock)
  signInLock({ personId }: InputOf<typeof identity.signInLock>, call: Call) {
    return this.unlocking.standing(personId, call);
  }

  @Handles(identity.unlockSignIn)
  unlockSignIn({ personId }: InputOf<typeof identity.unlockSignIn>, call: Call) {
    return this.unlocking.lift(personId, call);
  }

  @Handles(identity.postsOf)
  postsOf({ person, client }: InputOf<typeof identity.postsOf>) {
    return this.signingIn.postsOf(person, client);
  }

  @Handles(identity.revoke)
  async revoke(revoked: InputOf<typeof identity.revoke>, call: Call) {
    await this.revocations.commit(call, async (_work, revoke) => revoke(revoked));
  }

  @Handles(identity.revocations)
  async recent() {
    return { revocations: await this.revocations.recent() };
  }
}
