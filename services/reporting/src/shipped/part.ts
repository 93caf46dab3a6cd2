import type { Part } from '@lianxue/persistence';
import { Adopting } from './adopting.js';
import { ShippedHandlers } from './shipped.handlers.js';

/** The data sets that come with the platform. */
export const shipped: Part = { entities: [], rules: [Adopting], handlers: [ShippedHandlers] };
