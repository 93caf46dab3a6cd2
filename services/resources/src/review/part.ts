import type { Part } from '@lianxue/persistence';
import { Comparing } from './comparing.js';
import { ReviewHandlers } from './review.handlers.js';
import { Reviewing } from './reviewing.js';
import { SubmissionEntity } from './submission.entity.js';

/** What becomes of a resource once its author submits it. */
export const review: Part = { entities: [SubmissionEntity], rules: [Reviewing, Comparing], handlers: [ReviewHandlers] };
