import { identity, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { Founding } from './founding.js';

@Controller()
export class FoundingHandlers {
  constructor(private readonly founding: Founding) {}

  @Handles(identity.found)
  found(input: InputOf<typeof identity.found>, call: Call) {
    return this.founding.found(input, call);
  }
}
