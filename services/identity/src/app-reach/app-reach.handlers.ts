import { appFacts, CLOCK, identity, type Call, type Clock, type InputOf } from '@lianxue/contracts';
import { Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller, Inject } from '@nestjs/common';
import { appView } from '../apps/app.view.js';
import { changeable } from '../apps/providing.js';
import { LookingUp } from './looking-up.js';
import { ReadingReach } from './reading-reach.js';

@Controller()
export class AppReachHandlers {
  constructor(
    private readonly store: Store,
    private readonly reach: ReadingReach,
    private readonly looking: LookingUp,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(identity.myReach)
  myReach(paging: InputOf<typeof identity.myReach>, call: Call) {
    return this.reach.ofCaller(paging, call);
  }

  @Handles(identity.appReach)
  appReach({ appId, ...paging }: InputOf<typeof identity.appReach>, call: Call) {
    return this.reach.ofApp(appId, paging, call);
  }

  @Handles(identity.lookUp)
  async lookUp({ ids }: InputOf<typeof identity.lookUp>, call: Call) {
    return { items: await this.looking.of(ids, call) };
  }

  @Handles(identity.setQuota)
  async setQuota({ appId, ...quota }: InputOf<typeof identity.setQuota>, call: Call) {
    const app = await this.store.commit(call, async (work) => {
      const row = await changeable(appId, work);
      return work.update(Object.assign(row, { quota }), appFacts.changed);
    });
    return appView(app, call.caller, this.clock.now());
  }
}
