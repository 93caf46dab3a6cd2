import { actingOrganisation, identity, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { BoardOfUses } from './application-board.js';
import { CountingUses } from './counting-uses.js';

@Controller()
export class AppUsesHandlers {
  constructor(
    private readonly counting: CountingUses,
    private readonly board: BoardOfUses,
  ) {}

  @Handles(identity.noteAppUses)
  noteAppUses(input: InputOf<typeof identity.noteAppUses>, call: Call) {
    return this.counting.note(input, call);
  }

  @Handles(identity.applicationBoard)
  applicationBoard(_input: InputOf<typeof identity.applicationBoard>, { caller }: Call) {
    return this.board.read(actingOrganisation(caller));
  }
}
