import type { Part } from '@lianxue/persistence';
import { FilingNotice } from './filing-notice.entity.js';
import { FilingPolicy } from './filing-policy.entity.js';
import { FilingHandlers } from './filings.handlers.js';
import { KeepingFilings } from './keeping-filings.js';
import { WatchingFilings } from './watching-filings.js';

/** Filings of apps, as far as app reach needs them. */
export const filings: Part = {
  entities: [FilingPolicy, FilingNotice],
  rules: [WatchingFilings, KeepingFilings],
  handlers: [FilingHandlers],
};
