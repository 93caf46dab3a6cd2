import type { Part } from '@lianxue/persistence';
import { DivisionHandlers } from './divisions.handlers.js';
import { RereadingNames } from './kept-names.js';
import { Matching } from './matching.js';
import { MatchingHandlers } from './matching.handlers.js';
import { Merging } from './merging.js';
import { MergingInPortions } from './merging-in-portions.js';
import { Moving } from './moving.js';
import { OrganisationPast } from './organisation-past.entity.js';
import { OrganisationSweep } from './organisation-sweep.js';
import { OrganisationRecord } from './organisation.entity.js';
import { OrganisationHandlers } from './organisations.handlers.js';
import { Registering } from './registering.js';
import { Remembering } from './remembering.js';
import { PassingByRule } from './passing-by-rule.js';

/** The tree. */
export const organisations: Part = {
  entities: [OrganisationRecord, OrganisationPast],
  rules: [Registering, Moving, PassingByRule, Merging, MergingInPortions, Matching, Remembering, RereadingNames, OrganisationSweep],
  handlers: [OrganisationHandlers, DivisionHandlers, MatchingHandlers],
};
