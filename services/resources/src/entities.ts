import { ResourceEntity } from './catalogue/resource.entity.js';
import { SubmissionEntity } from './review/submission.entity.js';

/** What this service keeps. */
export const entities = [ResourceEntity, SubmissionEntity];
