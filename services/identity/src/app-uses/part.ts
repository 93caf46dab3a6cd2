import type { Part } from '@lianxue/persistence';
import { AppUse } from './app-use.entity.js';
import { AppUsesHandlers } from './app-uses.handlers.js';
import { BoardOfUses } from './application-board.js';
import { CountingUses } from './counting-uses.js';

/** How much apps are used, and where. */
export const appUses: Part = { entities: [AppUse], rules: [CountingUses, BoardOfUses], handlers: [AppUsesHandlers] };
