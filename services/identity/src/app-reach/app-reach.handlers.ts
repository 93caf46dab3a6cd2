import { appFacts, AppUnknown, CLOCK, identity, refuse, type Call, type Clock, type InputOf } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
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

  @Handles(identity.clientWithin)
  async clientWithin({ app, within }: InputOf<typeof identity.clientWithin>) {
    const [found] = await this.store.read<{ client: string }>(
      sql`select a.client_id as client from app a join organisation o on o.id = a.organisation join organisation w on w.path @> o.path
          where a.id = ${app} and w.id = ${within}`,
    );
    if (!found) throw refuse(AppUnknown);
    return found;
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
