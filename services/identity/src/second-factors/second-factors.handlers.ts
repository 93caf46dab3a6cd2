import { identity, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { SecondFactors } from './second-factors.js';

@Controller()
export class SecondFactorHandlers {
  constructor(private readonly factors: SecondFactors) {}

  @Handles(identity.mySecondFactor)
  mySecondFactor(_input: InputOf<typeof identity.mySecondFactor>, call: Call) {
    return this.factors.mine(call);
  }

  @Handles(identity.resetSecondFactor)
  resetSecondFactor({ personId }: InputOf<typeof identity.resetSecondFactor>, call: Call) {
    return this.factors.reset(personId, call);
  }

  @Handles(identity.beginSecondFactor)
  beginSecondFactor({ person }: InputOf<typeof identity.beginSecondFactor>, call: Call) {
    return this.factors.begin(person, call);
  }

  @Handles(identity.confirmSecondFactor)
  confirmSecondFactor(input: InputOf<typeof identity.confirmSecondFactor>, call: Call) {
    return this.factors.confirm(input, call);
  }

  @Handles(identity.proveSecondFactor)
  proveSecondFactor(input: InputOf<typeof identity.proveSecondFactor>, call: Call) {
    return this.factors.prove(input, call);
  }
}
