import type { Part } from '@lianxue/persistence';
import { AddingUp } from './adding-up.js';
import { Opining } from './opining.js';
import { UseHandlers } from './use.handlers.js';
import { UseOfDay } from './use-of-day.entity.js';
import { Using } from './using.js';

/** How much resources are used, and what people think of them. */
export const use: Part = { entities: [UseOfDay], rules: [Using, Opining, AddingUp], handlers: [UseHandlers] };
