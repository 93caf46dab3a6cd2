import { AppReachHandlers } from './app-reach.handlers.js';
import { LookingUp } from './looking-up.js';
import { ReadingReach } from './reading-reach.js';
import type { Part } from '../part.js';

/** What an app may reach, told to the app itself. */
export const appReach: Part = { entities: [], rules: [ReadingReach, LookingUp], handlers: [AppReachHandlers] };
