import type { Part } from '@lianxue/persistence';
import { AnsweringWarnings } from './answering.js';
import { Declaring } from './declaring.js';
import { EarlyWarning } from './early-warning.entity.js';
import { EarlyWarningsHandlers } from './early-warnings.handlers.js';
import { JudgingMeasures } from './judging-measures.js';
import { Judging } from './judging.js';
import { Threshold } from './threshold.entity.js';
import { ThresholdsHandlers } from './thresholds.handlers.js';
import { TryingThresholds } from './trying.js';
import { Watching } from './watching.js';

/** 阈值 and 预警: what authorities watch among the organisations below, and whom they warned. */
export const thresholds: Part = {
  entities: [Threshold, EarlyWarning],
  rules: [Judging, JudgingMeasures, Declaring, TryingThresholds, Watching, AnsweringWarnings],
  handlers: [ThresholdsHandlers, EarlyWarningsHandlers],
};
