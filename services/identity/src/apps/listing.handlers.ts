import { CLOCK, identity, type Call, type Clock, type InputOf } from '@lianxue/contracts';
import { Handles } from '@lianxue/wire';
import { Controller, Inject } from '@nestjs/common';
import { appView } from './app.view.js';
import { Listing } from './listing.js';

@Controller()
export class ListingHandlers {
  constructor(
    private readonly listing: Listing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(identity.submitApp)
  async submitApp({ appId }: InputOf<typeof identity.submitApp>, call: Call) {
    return appView(await this.listing.submit(appId, call), call.caller, this.clock.now());
  }

  @Handles(identity.admitApp)
  async admitApp({ appId }: InputOf<typeof identity.admitApp>, call: Call) {
    return appView(await this.listing.admit(appId, call), call.caller, this.clock.now());
  }

  @Handles(identity.returnApp)
  async returnApp({ appId, reasons }: InputOf<typeof identity.returnApp>, call: Call) {
    return appView(await this.listing.return(appId, reasons, call), call.caller, this.clock.now());
  }

  @Handles(identity.requestListing)
  async requestListing({ appId }: InputOf<typeof identity.requestListing>, call: Call) {
    return appView(await this.listing.requestListing(appId, call), call.caller, this.clock.now());
  }

  @Handles(identity.reintegrateApp)
  async reintegrateApp({ appId, reasons }: InputOf<typeof identity.reintegrateApp>, call: Call) {
    return appView(await this.listing.reintegrate(appId, reasons, call), call.caller, this.clock.now());
  }

  @Handles(identity.listApp)
  async listApp({ appId }: InputOf<typeof identity.listApp>, call: Call) {
    return appView(await this.listing.list(appId, call), call.caller, this.clock.now());
  }

  @Handles(identity.approveAppChange)
  async approveAppChange({ appId }: InputOf<typeof identity.approveAppChange>, call: Call) {
    return appView(await this.listing.approveChange(appId, call), call.caller, this.clock.now());
  }

  @Handles(identity.refuseAppChange)
  async refuseAppChange({ appId, reasons }: InputOf<typeof identity.refuseAppChange>, call: Call) {
    return appView(await this.listing.refuseChange(appId, reasons, call), call.caller, this.clock.now());
  }

  @Handles(identity.withdrawApp)
  async withdrawApp({ appId, reasons }: InputOf<typeof identity.withdrawApp>, call: Call) {
    return appView(await this.listing.withdraw(appId, reasons, call), call.caller, this.clock.now());
  }

  @Handles(identity.reviseApp)
  async reviseApp({ appId }: InputOf<typeof identity.reviseApp>, call: Call) {
    return appView(await this.listing.revise(appId, call), call.caller, this.clock.now());
  }
}
