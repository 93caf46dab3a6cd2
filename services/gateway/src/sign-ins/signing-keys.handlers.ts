import { Controller, Inject } from '@nestjs/common';
import { signIns, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { ReplacingKeys } from '../oidc/replacing-keys.js';

@Controller()
export class SigningKeysHandlers {
  constructor(@Inject(ReplacingKeys) private readonly keys: ReplacingKeys) {}

  @Handles(signIns.signingKeys)
  signingKeys() {
    return this.keys.list();
  }

  @Handles(signIns.replaceSigningKeys)
  replaceSigningKeys({ compromised }: InputOf<typeof signIns.replaceSigningKeys>, call: Call) {
    return this.keys.replace(compromised, call);
  }
}
