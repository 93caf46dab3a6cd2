import type { Part } from '@lianxue/persistence';
import { FallingDue } from './falling-due.js';
import { HoldingUse } from './holding-use.entity.js';
import { Holding } from './holding.entity.js';
import { HoldingsHandlers } from './holdings.handlers.js';
import { KeepingHoldings } from './keeping-holdings.js';
import { Lending } from './lending.js';
import { Loan } from './loan.entity.js';
import { LoansHandlers } from './loans.handlers.js';
import { TotallingHoldings } from './totalling-holdings.js';
import { UsersWork } from './users-work.js';
import { UsingHoldings } from './using-holdings.js';

/** 音像教材与图书: what is held, what it is used for, and who borrows it. */
export const holdings: Part = {
  entities: [Holding, HoldingUse, Loan],
  rules: [KeepingHoldings, UsingHoldings, Lending, TotallingHoldings, FallingDue, UsersWork],
  handlers: [HoldingsHandlers, LoansHandlers],
};
