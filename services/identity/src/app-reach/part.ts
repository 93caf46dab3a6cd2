import type { Part } from '@lianxue/persistence';
import { AppReachHandlers } from './app-reach.handlers.js';
import { LookingUp } from './looking-up.js';
import { ReadingReach } from './reading-reach.js';

/** What an app may reach, told to the app itself. */
export const appReach: Part = { entities: [], rules: [ReadingReach, LookingUp], handlers: [AppReachHandlers] };
