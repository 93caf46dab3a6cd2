import type { identity, OutputOf } from '@lianxue/contracts';

/** An organisation as it stood on one day. */
export type OrganisationOfDay = OutputOf<typeof identity.organisationsAsOf>['organisations'][number];

/** Who remembers the tree. */
export const HISTORY = Symbol('lianxue.reporting.history');

/** Everything that stood below an organisation on a day, itself included. */
export type History = (below: string, on: string) => Promise<OrganisationOfDay[]>;
