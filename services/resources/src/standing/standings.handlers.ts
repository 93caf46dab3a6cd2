import { Controller, Inject } from '@nestjs/common';
import { resources, type Call, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Showing } from '../catalogue/showing.js';
import { Promoting } from './promoting.js';
import { Rechecking } from './rechecking.js';
import { Withdrawing } from './withdrawing.js';

@Controller()
export class StandingsHandlers {
  constructor(
    @Inject(Promoting) private readonly promoting: Promoting,
    @Inject(Withdrawing) private readonly withdrawing: Withdrawing,
    @Inject(Rechecking) private readonly rechecking: Rechecking,
    @Inject(Showing) private readonly showing: Showing,
  ) {}

  @Handles(resources.putForward)
  async putForward({ resourceId, organisation }: InputOf<typeof resources.putForward>, call: Call) {
    return this.showing.one(await this.promoting.putForward(resourceId, organisation, call), call);
  }

  @Handles(resources.withdraw)
  async withdraw({ resourceId, reason }: InputOf<typeof resources.withdraw>, call: Call) {
    return this.showing.one(await this.withdrawing.withdraw(resourceId, reason, call), call);
  }

  @Handles(resources.takeDown)
  async takeDown({ resourceId, ...why }: InputOf<typeof resources.takeDown>, call: Call) {
    return this.showing.one(await this.withdrawing.takeDown(resourceId, why, call), call);
  }

  @Handles(resources.restore)
  async restore({ resourceId, reason }: InputOf<typeof resources.restore>, call: Call) {
    return this.showing.one(await this.withdrawing.restore(resourceId, reason, call), call);
  }

  @Handles(resources.confirm)
  async confirm({ resourceId, checked }: InputOf<typeof resources.confirm>, call: Call) {
    return this.showing.one(await this.rechecking.confirm(resourceId, checked, call), call);
  }
}
