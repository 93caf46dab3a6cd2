import type { Part } from '@lianxue/persistence';
import { PeopleRows } from './people-rows.js';
import { QueryingRoster } from './querying-roster.js';
import { RosterQueryHandlers } from './roster-query.handlers.js';
import { RosterRows } from './roster-rows.js';
import { Stamping } from './stamping.js';
import { StandingOfPupils } from './standing-of-pupils.js';

/** The roster as OneRoster asks for it. */
export const rosterQuery: Part = {
  entities: [],
  rules: [Stamping, PeopleRows, RosterRows, QueryingRoster, StandingOfPupils],
  handlers: [RosterQueryHandlers],
};
