import type { Part } from '@lianxue/persistence';
import { Bookkeeping } from './bookkeeping.js';
import { FundEntry } from './fund-entry.entity.js';
import { Fund } from './fund.entity.js';
import { FundsHandlers } from './funds.handlers.js';
import { PublicFunds } from './public-funds.entity.js';
import { TotallingFunds } from './totalling.js';

/** Money: what was budgeted, allocated and spent. */
export const funds: Part = { entities: [Fund, FundEntry, PublicFunds], rules: [Bookkeeping, TotallingFunds], handlers: [FundsHandlers] };
