import type { Part } from '@lianxue/persistence';
import { FiguresHandlers } from './figures.handlers.js';
import { RollingUp } from './roll-up.js';

/** What the approved submissions add up to. */
export const figures: Part = { entities: [], rules: [RollingUp], handlers: [FiguresHandlers] };
