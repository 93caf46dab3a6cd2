import { Controller, Inject } from '@nestjs/common';
import { resources, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Showing } from '../catalogue/showing.js';
import { Opining } from './opining.js';
import { Using } from './using.js';

@Controller()
export class UseHandlers {
  constructor(
    @Inject(Using) private readonly using: Using,
    @Inject(Opining) private readonly opining: Opining,
    @Inject(Showing) private readonly showing: Showing,
  ) {}

  @Handles(resources.noteUse)
  noteUse(input: InputOf<typeof resources.noteUse>, call: Call) {
    return this.using.note(input, call);
  }

  @Handles(resources.noteUseOfOther)
  noteUseOfOther(input: InputOf<typeof resources.noteUseOfOther>, call: Call) {
    return this.using.noteOfOther(input, call);
  }

  @Handles(resources.use)
  use(input: InputOf<typeof resources.use>, call: Call) {
    return this.opining.use(input, call);
  }

  @Handles(resources.favour)
  favour(input: InputOf<typeof resources.favour>, call: Call) {
    return this.opining.favour(input, call);
  }

  @Handles(resources.favourites)
  async favourites(input: InputOf<typeof resources.favourites>, call: Call) {
    const { items, next } = await this.opining.favourites(input, call);
    return { items: await this.showing.all(items, call), next };
  }

  @Handles(resources.rate)
  rate(input: InputOf<typeof resources.rate>, call: Call) {
    return this.opining.rate(input, call);
  }
}
