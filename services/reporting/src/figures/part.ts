import type { Part } from '@lianxue/persistence';
import { FiguresHandlers } from './figures.handlers.js';
import { IndicatorFigures } from './indicator-figures.js';
import { NamedUnits } from './named-units.js';
import { PeriodReading } from './period-reading.js';
import { RollingUp } from './roll-up.js';
import { Settling } from './settling.js';

/** What the approved submissions add up to. */
export const figures: Part = {
  entities: [],
  rules: [RollingUp, PeriodReading, IndicatorFigures, NamedUnits, Settling],
  handlers: [FiguresHandlers],
};
