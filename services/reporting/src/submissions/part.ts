import type { Part } from '@lianxue/persistence';
import { Filling } from './filling.js';
import { Correcting } from './review/correcting.js';
import { Reviewing } from './review/reviewing.js';
import { ReviewsHandlers } from './review/reviews.handlers.js';
import { Signing } from './signing.js';
import { Submission } from './submission.entity.js';
import { SubmissionsHandlers } from './submissions.handlers.js';

/** What was reported, and its review. */
export const submissions: Part = {
  entities: [Submission],
  rules: [Filling, Signing, Reviewing, Correcting],
  handlers: [SubmissionsHandlers, ReviewsHandlers],
};
