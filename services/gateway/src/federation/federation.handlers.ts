import { Controller, Inject } from '@nestjs/common';
import { federation, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Reading } from './reading.js';

@Controller()
export class FederationHandlers {
  constructor(@Inject(Reading) private readonly reading: Reading) {}

  @Handles(federation.changes)
  async changes(input: InputOf<typeof federation.changes>, call: Call) {
    return this.reading.changes(input, call);
  }

  @Handles(federation.snapshot)
  async snapshot(input: InputOf<typeof federation.snapshot>, call: Call) {
    return this.reading.snapshot(input, call);
  }
}
