import type { Part } from '@lianxue/persistence';
import { Recommending } from './recommending.js';
import { RecommendingHandlers } from './recommending.handlers.js';

/** What is like a resource, and what a person may like to use next. */
export const recommending: Part = { entities: [], rules: [Recommending], handlers: [RecommendingHandlers] };
