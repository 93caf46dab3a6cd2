import type { Part } from '@lianxue/persistence';
import { CountingMeasures } from './counting-measures.js';
import { ExportingMeasures } from './exporting-measures.js';
import { HearingOfMeasures } from './hearing-of-measures.js';
import { MeasuresHandlers } from './measures.handlers.js';
import { ReadingMeasures } from './reading-measures.js';
import { RecountingMeasures } from './recounting-measures.js';

/** The data centre: what the facts of every service come to, by organisation, day and dimension. */
export const measures: Part = {
  entities: [],
  rules: [HearingOfMeasures, CountingMeasures, ReadingMeasures, ExportingMeasures, RecountingMeasures],
  handlers: [MeasuresHandlers],
};
