import { DivisionUnknown, identity, refuse, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { divisions } from './divisions.js';

@Controller()
export class DivisionHandlers {
  @Handles(identity.division)
  async division({ code }: InputOf<typeof identity.division>) {
    const division = divisions.get(code);
    if (!division) throw refuse(DivisionUnknown);
    const { name, level, parent, valid_from, valid_to, successor } = division;
    return {
      code,
      name,
      level,
      parent: parent || null,
      validFrom: valid_from || null,
      validTo: valid_to || null,
      successor: successor || null,
    };
  }
}
