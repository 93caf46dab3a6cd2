import { identity, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { OpeningAccounts } from './opening-accounts.js';

@Controller()
export class AccountOpeningHandlers {
  constructor(private readonly opening: OpeningAccounts) {}

  @Handles(identity.openAccounts)
  openAccounts(input: InputOf<typeof identity.openAccounts>, call: Call) {
    return this.opening.order(input, call);
  }
}
