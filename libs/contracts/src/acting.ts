import type { Caller } from './machinery/caller.js';
import { refuse } from './machinery/refusal.js';
import { OrganisationRequired } from './platform.refusals.js';

/** The organisation for which the caller acts; an app that reaches several must name one. */
export function actingOrganisation({ organisation }: Caller): string {
  if (organisation === undefined) throw refuse(OrganisationRequired);
  return organisation;
}
