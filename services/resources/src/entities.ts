import { ResourceEntity } from './catalogue/resource.entity.js';
import { parts } from './parts.js';
import { SubmissionEntity } from './review/submission.entity.js';

/** What this service keeps. */
export const entities = [ResourceEntity, SubmissionEntity, ...parts.flatMap((part) => part.entities)];
