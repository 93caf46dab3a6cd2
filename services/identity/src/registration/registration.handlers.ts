import { identity, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { CountingRegistrants } from './counting-registrants.js';

@Controller()
export class RegistrationHandlers {
  constructor(private readonly counting: CountingRegistrants) {}

  @Handles(identity.registration)
  registration({ organisationId }: InputOf<typeof identity.registration>, call: Call) {
    return this.counting.count(organisationId, call);
  }

  @Handles(identity.registrationBelow)
  registrationBelow(input: InputOf<typeof identity.registrationBelow>, call: Call) {
    return this.counting.below(input, call);
  }

  @Handles(identity.setRegistrationTarget)
  setRegistrationTarget(input: InputOf<typeof identity.setRegistrationTarget>, call: Call) {
    return this.counting.setTarget(input, call);
  }
}
