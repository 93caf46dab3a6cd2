import type { Part } from '@lianxue/persistence';
import { Promoting } from './promoting.js';
import { Rechecking } from './rechecking.js';
import { StandingEntity } from './standing.entity.js';
import { StandingsHandlers } from './standings.handlers.js';
import { Withdrawing } from './withdrawing.js';

/** Which tiers show a resource: put forward, withdrawn, taken down, checked again. */
export const standing: Part = {
  entities: [StandingEntity],
  rules: [Promoting, Withdrawing, Rechecking],
  handlers: [StandingsHandlers],
};
