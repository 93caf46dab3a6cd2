import type { Part } from '@lianxue/persistence';
import { TellingUnits } from './telling-units.js';
import { UnitsHandlers } from './units.handlers.js';

export const units: Part = { entities: [], rules: [TellingUnits], handlers: [UnitsHandlers] };
