import { identity, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { SignInPolicies } from './sign-in-policies.js';

@Controller()
export class SignInPolicyHandlers {
  constructor(private readonly policies: SignInPolicies) {}

  @Handles(identity.signInPolicy)
  signInPolicy({ organisationId }: InputOf<typeof identity.signInPolicy>, call: Call) {
    return this.policies.inForce(organisationId, call);
  }

  @Handles(identity.setSignInPolicy)
  setSignInPolicy(input: InputOf<typeof identity.setSignInPolicy>, call: Call) {
    return this.policies.set(input, call);
  }
}
