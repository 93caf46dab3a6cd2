import { Controller } from '@nestjs/common';
import { identity, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { TellingUnits } from './telling-units.js';

@Controller()
export class UnitsHandlers {
  constructor(private readonly telling: TellingUnits) {}

  @Handles(identity.contactsOf)
  contactsOf({ organisations }: InputOf<typeof identity.contactsOf>, call: Call) {
    return this.telling.contacts(organisations, call);
  }

  @Handles(identity.countsOf)
  countsOf({ organisation, withPoints }: InputOf<typeof identity.countsOf>) {
    return this.telling.counts(organisation, withPoints);
  }
}
