import type { Part } from '@lianxue/persistence';
import { DecidingOnVendors } from './deciding-on-vendors.js';
import { VendorPapers } from './papers.js';
import { RegisteringVendors } from './registering-vendors.js';
import { Vendor } from './vendor.entity.js';
import { VendorHandlers } from './vendors.handlers.js';

/** Vendors and their papers. */
export const vendors: Part = {
  entities: [Vendor],
  rules: [VendorPapers, RegisteringVendors, DecidingOnVendors],
  handlers: [VendorHandlers],
};
