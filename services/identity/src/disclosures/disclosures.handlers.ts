import { identity, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { DisclosingPeople } from './disclosing.js';
import { Seeing } from './seeing.js';

@Controller()
export class DisclosureHandlers {
  constructor(
    private readonly disclosing: DisclosingPeople,
    private readonly seeing: Seeing,
  ) {}

  @Handles(identity.disclosePerson)
  disclosePerson(input: InputOf<typeof identity.disclosePerson>, call: Call) {
    return this.disclosing.disclose(input, call);
  }

  @Handles(identity.myDisclosures)
  myDisclosures(input: InputOf<typeof identity.myDisclosures>, call: Call) {
    return this.disclosing.mine(input, call);
  }

  @Handles(identity.viewers)
  viewers(input: InputOf<typeof identity.viewers>, call: Call) {
    return this.seeing.viewers(input, call);
  }

  @Handles(identity.viewingApps)
  viewingApps(input: InputOf<typeof identity.viewingApps>, call: Call) {
    return this.seeing.apps(input, call);
  }
}
