import { Counting, type JobSteps } from '@lianxue/persistence';
import type { Revoked } from '../signing-in/revocations.js';
import type { RowErrorCode } from './row-errors.js';

const ofRosters = ['people', 'posts', 'terms', 'courses', 'classes', 'enrolments'] as const;
export type Counted = (typeof ofRosters)[number];

/** The steps of an import that may take rights away. */
export type RevokingSteps<C extends string> = JobSteps<C, [revoke: (revoked: Revoked) => void]>;

/** What a batch of a roster did. */
export class Tally extends Counting<Counted, RowErrorCode> {
  constructor() {
    super(ofRosters);
  }
}
