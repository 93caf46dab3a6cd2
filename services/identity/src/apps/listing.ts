import {
  appFacts,
  AppIncomplete,
  appLife,
  AppNotAccepted,
  AppNothingProposed,
  assertThat,
  CLOCK,
  VendorNotApproved,
  type Call,
  type Clock,
} from '@lianxue/contracts';
import { sql, Store, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { NeededSteps } from '../sandbox/needed-steps.js';
import { Sandbox } from '../sandbox/sandbox.entity.js';
import { Revocations } from '../signing-in/revocations.js';
import { turn } from '../vendors/desk.js';
import { Vendor } from '../vendors/vendor.entity.js';
import type { App } from './app.entity.js';
import { EndingSelections } from './ending-selections.js';
import { carryOut } from './proposing.js';
import { changeable, followInSandbox, refuseUnusable } from './providing.js';

type Move = keyof typeof appLife.table;

/** The way of a vendor's app onto the shelf and off it: 送审 → 联调 → 验收 → 上架 → 下架. */
@Injectable()
export class Listing {
  constructor(
    private readonly store: Store,
    private readonly revocations: Revocations,
    private readonly ending: EndingSelections,
    private readonly needed: NeededSteps,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  submit(appId: string, call: Call): Promise<App> {
    return this.move(appId, 'submit', 'submitted', call, [], async (app, work) => {
      const [vendor] = await work.all(Vendor, sql`t.organisation = ${app.organisation}`, 1);
      assertThat(vendor?.state === 'approved', VendorNotApproved);
      assertThat(app.missing.length === 0, AppIncomplete, { missing: app.missing });
      app.round = app.history.filter(({ move }) => move === 'submit').length;
    });
  }

  admit(appId: string, call: Call): Promise<App> {
    return this.move(appId, 'admit', 'admitted', call, []);
  }

  return(appId: string, reasons: readonly string[], call: Call): Promise<App> {
    return this.move(appId, 'return', 'returned', call, reasons);
  }

  requestListing(appId: string, call: Call): Promise<App> {
    return this.move(appId, 'requestListing', 'completed', call, []);
  }

  reintegrate(appId: string, reasons: readonly string[], call: Call): Promise<App> {
    return this.move(appId, 'reintegrate', 'returned', call, reasons);
  }

  /** The passed checklist of the sandbox is the acceptance test 验收. */
  async list(appId: string, call: Call): Promise<App> {
    const needed = await this.needed.of(appId);
    return this.revocations.commit(call, async (work, revoke) => {
      const app = await this.step(appId, 'list', call, [], work);
      const [sandbox] = await work.all(Sandbox, sql`t.app = ${appId}`, 1);
      const missing = sandbox ? sandbox.missing(needed) : ['sandbox'];
      assertThat(missing.length === 0, AppNotAccepted, { missing });
      app.reasons = [];
      // So that the authorization server forgets that it was not there.
      revoke({ kind: 'client', value: app.clientId });
      return work.update(app, appFacts.listed);
    });
  }

  /** Its tokens end at once, its selections with it; should there be very many, the sweep ends the rest. */
  withdraw(appId: string, reasons: readonly string[], call: Call): Promise<App> {
    return this.revocations.commit(call, async (work, revoke) => {
      const app = await this.step(appId, 'withdraw', call, reasons, work);
      app.proposed = null;
      await this.ending.ofWithdrawn(app, work);
      await followInSandbox(app, 'withdrawn', work, revoke);
      revoke({ kind: 'client', value: app.clientId, forGood: true });
      return work.update(app, appFacts.withdrawn);
    });
  }

  /** What its vendor proposed of a listed app holds from now on. */
  approveChange(appId: string, call: Call): Promise<App> {
    return this.revocations.commit(call, async (work, revoke) => {
      const app = await changeable(appId, work);
      assertThat(app.proposed, AppNothingProposed);
      refuseUnusable(carryOut(app, app.proposed));
      Object.assign(app, { proposed: null, reasons: [] });
      turn(app, 'approveChange', call, this.clock.now());
      // So that the authorization server hears of its new addresses.
      revoke({ kind: 'client', value: app.clientId, keepsTokens: true });
      return work.update(app, appFacts.changed);
    });
  }

  refuseChange(appId: string, reasons: readonly string[], call: Call): Promise<App> {
    return this.store.commit(call, async (work) => {
      const app = await changeable(appId, work);
      assertThat(app.proposed, AppNothingProposed);
      app.proposed = null;
      turn(app, 'refuseChange', call, this.clock.now(), reasons);
      return work.update(app, appFacts.refused);
    });
  }

  revise(appId: string, call: Call): Promise<App> {
    return this.move(appId, 'revise', 'changed', call, []);
  }

  private move(
    appId: string,
    move: Move,
    happened: keyof typeof appFacts,
    call: Call,
    reasons: readonly string[],
    rule: (app: App, work: Work) => Promise<void> = async () => undefined,
  ): Promise<App> {
    return this.store.commit(call, async (work) => {
      const app = await this.step(appId, move, call, reasons, work);
      await rule(app, work);
      return work.update(app, appFacts[happened]);
    });
  }

  private async step(appId: string, move: Move, call: Call, reasons: readonly string[], work: Work): Promise<App> {
    const app = await changeable(appId, work);
    app.state = appLife.after(app.state, move);
    turn(app, move, call, this.clock.now(), reasons);
    return app;
  }
}
