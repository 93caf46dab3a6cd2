import { identity, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { Importing } from './importing.js';

@Controller()
export class ImportingHandlers {
  constructor(private readonly importing: Importing) {}

  @Handles(identity.importRoster)
  importRoster(input: InputOf<typeof identity.importRoster>, call: Call) {
    return this.importing.import(input, call);
  }
}
