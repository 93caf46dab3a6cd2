import { NumberInvalid, refuse, type vendorPapers } from '@lianxue/contracts';
import { Sealer } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { given } from '../given.js';
import type { z } from 'zod';
import { checkCodes } from '../organisations/codes.js';
import { checkPhone } from '../people/numbers.js';
import type { Vendor } from './vendor.entity.js';

export type Papers = z.output<z.ZodObject<typeof vendorPapers>>;

/** Putting papers down: codes checked, the contact's phone sealed. */
@Injectable()
export class VendorPapers {
  constructor(private readonly sealer: Sealer) {}

  /** What is given replaces what was there; what is absent stays. */
  put(vendor: Vendor, papers: { readonly [K in keyof Papers]?: Papers[K] | undefined }, today: string): void {
    const { contactPhone, ...others } = papers;
    Object.assign(vendor, given(others));
    if (contactPhone !== undefined) vendor.contactPhoneSealed = contactPhone === null ? null : this.sealer.seal(phoneOf(contactPhone));
    const codes = { divisionCode: vendor.registeredDivision, creditCode: vendor.creditCode, schoolCode: null, schoolType: null };
    checkCodes('vendor', codes, today);
  }

  phone({ contactPhoneSealed }: Vendor): string | null {
    return contactPhoneSealed === null ? null : this.sealer.open(contactPhoneSealed);
  }
}

function phoneOf(raw: string): string {
  const { number, fault } = checkPhone(raw);
  if (fault) throw refuse(NumberInvalid, { field: 'phone', reason: fault });
  return number;
}
