import type { Part } from '@lianxue/persistence';
import { AnnouncingAssessments } from './announcing.js';
import { Assessment } from './assessment.entity.js';
import { AssessmentsHandlers } from './assessments.handlers.js';
import { Correcting } from './correcting.js';
import { Deduction } from './deduction.entity.js';
import { FollowingAssessments } from './following-assessments.js';
import { HearingOfLapses } from './hearing-of-lapses.js';
import { IssuingRubrics } from './issuing-rubrics.js';
import { JudgingLapses } from './judging-lapses.js';
import { RatingObjection } from './rating-objection.entity.js';
import { RatingUnits } from './rating-units.js';
import { Rating } from './rating.entity.js';
import { RatingsHandlers } from './ratings.handlers.js';
import { Rubric } from './rubric.entity.js';
import { SelfRating } from './self-rating.js';

/** Yearly assessments: by which rubric, what units rate themselves, what they are given, what they lost. */
export const assessments: Part = {
  entities: [Rubric, Assessment, Rating, Deduction, RatingObjection],
  rules: [IssuingRubrics, AnnouncingAssessments, SelfRating, RatingUnits, Correcting, FollowingAssessments, HearingOfLapses, JudgingLapses],
  handlers: [AssessmentsHandlers, RatingsHandlers],
};
