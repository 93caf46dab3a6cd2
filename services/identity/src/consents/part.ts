import type { Part } from '@lianxue/persistence';
import { AppPurposes } from './app-purposes.entity.js';
import { Asking } from './asking.js';
import { Consent } from './consent.entity.js';
import { ConsentHandlers } from './consents.handlers.js';
import { Deciding } from './deciding.js';
import { Declaring } from './declaring.js';
import { DeletionRequest } from './deletion-request.entity.js';
import { Deletions } from './deletions.js';
import { LapsingConsents } from './lapsing-consents.js';
import { ReadingConsents } from './reading-consents.js';
import { ConsentStanding } from './standing.js';

/** Consent to what apps do with pupils' data, and deletion where it is withdrawn. */
export const consents: Part = {
  entities: [AppPurposes, Consent, DeletionRequest],
  rules: [ConsentStanding, Asking, Declaring, Deciding, ReadingConsents, Deletions, LapsingConsents],
  handlers: [ConsentHandlers],
};
