import {
  callBy,
  scopes,
  type AnyOperation,
  type Anyone,
  type App,
  type Call,
  type Caller,
  type Person,
  type Role,
} from '@lianxue/contracts';
import { newId } from '@lianxue/persistence';

const everyScope: ReadonlySet<string> = new Set(Object.keys(scopes));

/** A signed-in person; through a first-party app with every scope unless said. */
export function person(of: {
  role: Role;
  organisation: string;
  subject?: string;
  client?: string;
  scopes?: readonly string[];
  about?: readonly string[];
}): Person {
  return {
    kind: 'person',
    subject: of.subject ?? newId(),
    client: of.client ?? 'lianxue-console',
    role: of.role,
    organisation: of.organisation,
    scopes: of.scopes ? new Set(of.scopes) : everyScope,
    about: of.about ?? [],
  };
}

/** A program without a person. */
export function app(of: { client: string; organisation?: string; scopes?: readonly string[] }): App {
  return {
    kind: 'app',
    subject: of.client,
    client: of.client,
    role: 'app',
    organisation: of.organisation,
    scopes: of.scopes ? new Set(of.scopes) : everyScope,
    about: [],
  };
}

/** Another service, `service('gateway')`. */
export { serviceItself as service } from '@lianxue/contracts';

export const anyone: Anyone = {
  kind: 'anyone',
  subject: 'anyone',
  client: 'anyone',
  role: 'anyone',
  organisation: undefined,
  scopes: new Set(),
  about: [],
};

/** A call of this operation as its rule sees it; ten seconds to answer. */
export function callOf(operation: AnyOperation, caller: Caller, input: unknown = {}, more: Partial<Call> = {}): Call {
  return callBy(caller, operation, { input, ...more });
}
