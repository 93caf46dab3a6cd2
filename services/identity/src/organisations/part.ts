import { DivisionHandlers } from './divisions.handlers.js';
import { RereadingNames } from './kept-names.js';
import { Matching } from './matching.js';
import { MatchingHandlers } from './matching.handlers.js';
import { Moving } from './moving.js';
import { OrganisationRecord } from './organisation.entity.js';
import { OrganisationHandlers } from './organisations.handlers.js';
import { Registering } from './registering.js';
import type { Part } from '../part.js';

/** The tree. */
export const organisations: Part = {
  entities: [OrganisationRecord],
  rules: [Registering, Moving, Matching, RereadingNames],
  handlers: [OrganisationHandlers, DivisionHandlers, MatchingHandlers],
};
