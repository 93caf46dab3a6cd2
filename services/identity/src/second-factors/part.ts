import type { Part } from '@lianxue/persistence';
import { OneTimeCodes } from './one-time-codes.js';
import { SecondFactor } from './second-factor.entity.js';
import { SecondFactors } from './second-factors.js';
import { SecondFactorHandlers } from './second-factors.handlers.js';

/** Second factors of administrators and of whoever wants one. */
export const secondFactors: Part = { entities: [SecondFactor], rules: [OneTimeCodes, SecondFactors], handlers: [SecondFactorHandlers] };
