import type { Part } from '@lianxue/persistence';
import { Printing } from './printing.js';
import { PrintingHandlers } from './printing.handlers.js';

/** Forms on paper, with places for the seal and the signatures. */
export const printing: Part = { entities: [], rules: [Printing], handlers: [PrintingHandlers] };
