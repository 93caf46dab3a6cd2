import type { Part } from '@lianxue/persistence';
import { Comparing } from './comparing.js';
import { LapsingNamings } from './lapsing-namings.js';
import { Queueing } from './queueing.js';
import { ReviewHandlers } from './review.handlers.js';
import { ReviewRuleEntity } from './review-rule.entity.js';
import { ReviewStepEntity } from './review-step.entity.js';
import { ReviewerEntity } from './reviewer.entity.js';
import { ReviewersWork } from './reviewers-work.js';
import { Reviewing } from './reviewing.js';
import { Ruling } from './ruling.js';
import { SubmissionEntity } from './submission.entity.js';

/** What becomes of a resource between its author and its readers, by the rule of each tier. */
export const review: Part = {
  entities: [SubmissionEntity, ReviewStepEntity, ReviewRuleEntity, ReviewerEntity],
  rules: [Reviewing, Comparing, Queueing, Ruling, ReviewersWork, LapsingNamings],
  handlers: [ReviewHandlers],
};
