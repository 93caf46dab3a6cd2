import type { Part } from '@lianxue/persistence';
import { Summarizing } from './summarizing.js';
import { YearSummaryHandlers } from './year-summary.handlers.js';

/** 年终总结: a year in one call. */
export const yearSummary: Part = { entities: [], rules: [Summarizing], handlers: [YearSummaryHandlers] };
