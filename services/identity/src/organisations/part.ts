import { DivisionHandlers } from './divisions.handlers.js';
import { Moving } from './moving.js';
import { OrganisationRecord } from './organisation.entity.js';
import { OrganisationHandlers } from './organisations.handlers.js';
import { Registering } from './registering.js';
import type { Part } from '../part.js';

/** The tree. */
export const organisations: Part = {
  entities: [OrganisationRecord],
  rules: [Registering, Moving],
  handlers: [OrganisationHandlers, DivisionHandlers],
};
