import {
  assertThat,
  CLOCK,
  dayInBeijing,
  vendorFacts,
  VendorIncomplete,
  vendorLife,
  VendorUnknown,
  type Call,
  type Clock,
  type identity,
  type InputOf,
} from '@lianxue/contracts';
import { sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { claimCodes } from '../organisations/claiming.js';
import { OrganisationRecord } from '../organisations/organisation.entity.js';
import { OwnCopies } from '../tree/own-copies.js';
import { turn } from './desk.js';
import { VendorPapers } from './papers.js';
import { Vendor } from './vendor.entity.js';

/** The papers of a vendor between its desk and the authority's. */
@Injectable()
export class DecidingOnVendors {
  constructor(
    private readonly store: Store,
    private readonly copies: OwnCopies,
    private readonly papers: VendorPapers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  change({ vendorId, ...given }: InputOf<typeof identity.changeVendor>, call: Call): Promise<Vendor> {
    return this.store.commit(call, async (work) => {
      const vendor = await work.target(Vendor, vendorId, VendorUnknown);
      const wasComplete = vendor.missing.length === 0;
      const now = this.clock.now();
      this.papers.put(vendor, given, dayInBeijing(now));
      if (vendor.state === 'approved') this.begin(vendor, 'amend', call);
      else if (vendor.state === 'pending' && wasComplete !== (vendor.missing.length === 0)) turn(vendor, 'change', call, now);
      return work.update(vendor, vendorFacts.changed);
    });
  }

  submit(vendorId: string, call: Call): Promise<Vendor> {
    return this.store.commit(call, async (work) => {
      const vendor = await work.target(Vendor, vendorId, VendorUnknown);
      this.begin(vendor, 'submit', call);
      assertThat(vendor.missing.length === 0, VendorIncomplete, { missing: vendor.missing });
      return work.update(vendor, vendorFacts.submitted);
    });
  }

  approve(vendorId: string, call: Call): Promise<Vendor> {
    return this.store.commit(call, async (work) => {
      const vendor = await work.target(Vendor, vendorId, VendorUnknown);
      vendor.state = vendorLife.after(vendor.state, 'approve');
      assertThat(vendor.missing.length === 0, VendorIncomplete, { missing: vendor.missing });
      turn(vendor, 'approve', call, this.clock.now());
      vendor.reasons = [];
      const [organisation] = await work.all(OrganisationRecord, sql`t.id = ${vendor.organisation}`, 1);
      organisation!.rename(vendor.name);
      organisation!.creditCode = vendor.creditCode;
      await claimCodes(organisation!, work);
      await this.copies.organisation(organisation!, 'changed', work);
      return work.update(vendor, vendorFacts.approved);
    });
  }

  return(vendorId: string, reasons: readonly string[], call: Call): Promise<Vendor> {
    return this.store.commit(call, async (work) => {
      const vendor = await work.target(Vendor, vendorId, VendorUnknown);
      vendor.state = vendorLife.after(vendor.state, 'return');
      turn(vendor, 'return', call, this.clock.now(), reasons);
      return work.update(vendor, vendorFacts.returned);
    });
  }

  /** A new round before the authority. */
  private begin(vendor: Vendor, move: 'amend' | 'submit', call: Call): void {
    vendor.state = vendorLife.after(vendor.state, move);
    vendor.round++;
    turn(vendor, move, call, this.clock.now());
  }
}
