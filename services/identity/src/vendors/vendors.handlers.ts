import { identity, VendorUnknown, type Call, type InputOf } from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { Controller } from '@nestjs/common';
import { DecidingOnVendors } from './deciding-on-vendors.js';
import { VendorPapers } from './papers.js';
import { RegisteringVendors, type WithAccount } from './registering-vendors.js';
import { Vendor } from './vendor.entity.js';
import { vendorView } from './vendor.view.js';

@Controller()
export class VendorHandlers {
  constructor(
    private readonly store: Store,
    private readonly registering: RegisteringVendors,
    private readonly deciding: DecidingOnVendors,
    private readonly papers: VendorPapers,
  ) {}

  @Handles(identity.registerVendor)
  async registerVendor(input: InputOf<typeof identity.registerVendor>, call: Call) {
    return this.withAccount(await this.registering.register(input, call), call);
  }

  @Handles(identity.enterVendor)
  async enterVendor(input: InputOf<typeof identity.enterVendor>, call: Call) {
    return this.withAccount(await this.registering.enter(input, call), call);
  }

  @Handles(identity.vendors)
  vendors({ state, ...paging }: InputOf<typeof identity.vendors>, call: Call) {
    const where = state === undefined ? sql`true` : sql`t.state = ${state}`;
    return this.store.page(Vendor, call, { where, ...paging }, (row) => this.view(row, call));
  }

  @Handles(identity.vendor)
  async vendor({ vendorId }: InputOf<typeof identity.vendor>, call: Call) {
    return this.view(await this.store.one(Vendor, vendorId, call, VendorUnknown), call);
  }

  @Handles(identity.changeVendor)
  async changeVendor(input: InputOf<typeof identity.changeVendor>, call: Call) {
    return this.view(await this.deciding.change(input, call), call);
  }

  @Handles(identity.submitVendor)
  async submitVendor({ vendorId }: InputOf<typeof identity.submitVendor>, call: Call) {
    return this.view(await this.deciding.submit(vendorId, call), call);
  }

  @Handles(identity.approveVendor)
  async approveVendor({ vendorId }: InputOf<typeof identity.approveVendor>, call: Call) {
    return this.view(await this.deciding.approve(vendorId, call), call);
  }

  @Handles(identity.returnVendor)
  async returnVendor({ vendorId, reasons }: InputOf<typeof identity.returnVendor>, call: Call) {
    return this.view(await this.deciding.return(vendorId, reasons, call), call);
  }

  private view(row: Vendor, call: Call) {
    return vendorView(row, this.papers.phone(row), call.caller);
  }

  private withAccount({ vendor, account }: WithAccount, call: Call) {
    return { ...this.view(vendor, call), account };
  }
}
