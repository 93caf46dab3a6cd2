import type { AnyOperation, PostRole } from '@lianxue/contracts';
import type { Place, World } from '../story/world.js';

/** How the row an operation addresses lies to the caller's acting organisation. */
export const relations = ['own', 'below', 'sibling', 'above', 'none'] as const;
export type Relation = (typeof relations)[number];

/** Whose row it is: a central school's (it has a county above and a teaching point below) or a county's. */
export type Owner = 'school' | 'county';

/** What one call asks: values of the path, the query and the body. */
export interface Ask {
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string | number>;
  readonly body?: unknown;
}

/**
 * What is expected of one operation, written down by hand and never computed.
 * A line of `expect` has one word for each relation, in the order own below sibling above none:
 * `ok` passes authorization (2xx, or a rule's own refusal), `403` the role may not, `404` the row does not exist for the caller,
 * `seen` and `hid` say whether a list holds the row, `-` the role cannot be held there.
 * A role without a line answers 403 everywhere.
 */
export interface MatrixRow {
  readonly operation: AnyOperation;
  readonly owner: Owner;
  /** Makes the row and says how to ask for it. Made once for the operation; for each call when `fresh`. */
  readonly row: (world: World, owner: Place) => Promise<Ask & { readonly id?: string }>;
  readonly fresh?: true;
  readonly expect: Partial<Record<PostRole | 'anyone', string>>;
}

/** Where the caller acts, for each relation. */
export function callersOf(world: World, owner: Owner): Record<Relation, Place> {
  const [near, far] = world.counties;
  return owner === 'school'
    ? { own: world.centralSchool, below: near, sibling: world.sibling, above: world.teachingPoints[0], none: world.farSchool }
    : { own: near, below: world.city, sibling: far, above: world.school, none: world.farSchool };
}

export const ownerOf = (world: World, owner: Owner): Place => (owner === 'school' ? world.centralSchool : world.counties[0]);

/** The path of an operation with its parameters filled in. */
export function pathOf(operation: AnyOperation, params: Record<string, string> = {}): string {
  const path = operation.path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
  return `${operation.base}${path}`;
}

/** Reads an answer as the words of `expect`. */
export function readAnswer(status: number, body: unknown, id: string | undefined, isList: boolean): string {
  if (status === 401 || status === 403 || status === 404) return String(status);
  if (status === 400) return `400 ${JSON.stringify(body)}`;
  if (status >= 500) return String(status);
  if (isList && status === 200 && id) return JSON.stringify(body).includes(id) ? 'seen' : 'hid';
  return 'ok';
}
