import type { Part } from '@lianxue/persistence';
import { NamedAnswer } from './named-answer.entity.js';
import { Survey } from './survey.entity.js';
import { Surveying } from './surveying.js';
import { SurveysHandlers } from './surveys.handlers.js';
import { Tallying } from './tallying.js';

/** What people are asked, and what they answered. */
export const surveys: Part = { entities: [Survey, NamedAnswer], rules: [Surveying, Tallying], handlers: [SurveysHandlers] };
