import type { Call, Caller, Service } from './machinery/caller.js';
import type { AnyOperation } from './machinery/operation.js';
import { refuse } from './machinery/refusal.js';
import { OrganisationRequired } from './platform.refusals.js';

/** The organisation for which the caller acts; an app that reaches several must name one. */
export function actingOrganisation({ organisation }: Caller): string {
  if (organisation === undefined) throw refuse(OrganisationRequired);
  return organisation;
}

/** A service on its own account: its housekeeping, and what it does because of a fact. */
export const serviceItself = (name: string): Service => ({
  kind: 'service',
  subject: `service:${name}`,
  client: `service:${name}`,
  role: 'service',
  organisation: undefined,
  scopes: new Set(),
  about: [],
});

/** A call that came by no wire: made here, by or for this caller, in the name of an operation; ten seconds to answer unless said. */
export const callBy = (caller: Caller, operation: AnyOperation, more: Partial<Call> = {}): Call => ({
  caller,
  operation,
  input: undefined,
  idempotencyKey: undefined,
  ifMatch: undefined,
  deadline: Date.now() + 10_000,
  language: 'zh',
  traceparent: undefined,
  ...more,
});

/** A call that nobody made: a service does it by itself, in the name of one of its operations. */
export const ownCallOf = (operation: AnyOperation): Call => callBy(serviceItself(operation.service), operation);
