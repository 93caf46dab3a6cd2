import { DecidingOnVendors } from './deciding-on-vendors.js';
import { VendorPapers } from './papers.js';
import { RegisteringVendors } from './registering-vendors.js';
import { Vendor } from './vendor.entity.js';
import { VendorHandlers } from './vendors.handlers.js';
import type { Part } from '../part.js';

/** Vendors and their papers. */
export const vendors: Part = {
  entities: [Vendor],
  rules: [VendorPapers, RegisteringVendors, DecidingOnVendors],
  handlers: [VendorHandlers],
};
