import type { Part } from '@lianxue/persistence';
import { AccountOpeningHandlers } from './account-openings.handlers.js';
import { OpeningAccounts } from './opening-accounts.js';
import { Slips } from './slips.js';

/** Accounts of a class or school opened at once. */
export const accountOpenings: Part = { entities: [], rules: [Slips, OpeningAccounts], handlers: [AccountOpeningHandlers] };
