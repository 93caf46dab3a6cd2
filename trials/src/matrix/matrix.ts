import { roles, type AnyOperation, type OrganisationKind, type PostRole } from '@lianxue/contracts';
import type { Api, Place, World } from '../story/world.js';

/** How the row an operation addresses lies to the caller's acting organisation. */
const relations = ['own', 'below', 'sibling', 'above', 'none'] as const;
export type Relation = (typeof relations)[number];

/** Whose row it is: a central school's (it has a county above and a teaching point below) or a county's. */
export type Owner = 'school' | 'county';

/** What one call asks: values of the path, the query and the body. */
export interface Ask {
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string | number>;
  readonly body?: unknown;
  /** In a list: what tells that the row is in it. */
  readonly id?: string;
}

/** Every role that can call: posts, a program, and nobody in particular. */
export type Asker = PostRole | 'app' | 'anyone';

/**
 * What is expected of one operation, written down by hand and never computed.
 * A line of `expect` has one word for each relation, in the order own, below, sibling, above, none:
 * `ok` passes authorization (2xx, or a rule's own refusal), `403` the role may not, `404` there is no such row for the caller,
 * `seen` and `hid` say whether a list holds the row. A role without a line answers 403 everywhere.
 * Cells whose role cannot be held at such a place are skipped, since no such caller exists.
 */
export interface MatrixRow {
  readonly operation: AnyOperation;
  readonly owner: Owner;
  /** Makes the row and says how to ask for it. Made once for the operation; for each call when `fresh`. */
  readonly ask: (world: World, owner: Place) => Promise<Ask>;
  readonly fresh?: true;
  readonly expect: Partial<Record<Asker, string>>;
}

/** Where the caller acts, for each relation. */
export function placesOf(world: World, owner: Owner): Record<Relation, { place: Place; kind: OrganisationKind }> {
  const [near, far] = world.counties;
  return owner === 'school'
    ? {
        own: { place: world.centralSchool, kind: 'centralSchool' },
        below: { place: near, kind: 'county' },
        sibling: { place: world.sibling, kind: 'school' },
        above: { place: world.teachingPoints[0], kind: 'teachingPoint' },
        none: { place: world.farSchool, kind: 'school' },
      }
    : {
        own: { place: near, kind: 'county' },
        below: { place: world.city, kind: 'city' },
        sibling: { place: far, kind: 'county' },
        above: { place: world.school, kind: 'school' },
        none: { place: world.farSchool, kind: 'school' },
      };
}

export const ownerOf = (world: World, owner: Owner): Place => (owner === 'school' ? world.centralSchool : world.counties[0]);

/**
 * In which relations this asker asks. A role without a line is refused before any row is looked for, so one relation is enough; which one goes
 * round from operation to operation, and over all of them each role is refused in each.
 */
export function askedOf({ operation, expect }: MatrixRow, asker: Asker, places: ReturnType<typeof placesOf>): readonly Relation[] {
  const possible = relations.filter((relation) => canAct(asker, places[relation].kind));
  if (expect[asker] !== undefined || possible.length === 0) return possible;
  const turn = [...operation.name, ...asker].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0);
  return [possible[turn % possible.length]!];
}

/** Whether such a caller can exist. */
function canAct(asker: Asker, kind: OrganisationKind): boolean {
  if (asker === 'anyone') return true;
  if (asker === 'app') return true;
  return (roles[asker].at as readonly OrganisationKind[]).includes(kind);
}

/** The path of an operation with its parameters filled in. */
export function pathOf({ base, path }: AnyOperation, params: Record<string, string> = {}): string {
  return `${base}${path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''))}`;
}

/** Asks, and reads the answer as a word of `expect`. */
export async function answerTo(operation: AnyOperation, api: Api, { params, query, body, id }: Ask): Promise<string> {
  const path = pathOf(operation, params);
  const asking = { ...(query && { query }), ...(operation.guarded && { headers: { 'if-match': '*' } }) };
  const { verb } = operation;
  const answer = await (verb === 'get' || verb === 'delete' ? api[verb](path, asking) : api[verb](path, body, asking));
  const { status } = answer;
  if (status === 401 || status === 403 || status === 404) return String(status);
  if (status === 400 || status >= 500) return `${status} ${JSON.stringify(answer.body)}`;
  if (id && operation.returns?.kind === 'page' && status === 200) return JSON.stringify(answer.body).includes(id) ? 'seen' : 'hid';
  return 'ok';
}

/** The word expected of this asker in this relation. */
export function expectedOf({ expect, operation }: MatrixRow, asker: Asker, relation: Relation): string {
  const line = expect[asker];
  if (line === undefined) return asker === 'anyone' ? '401' : '403';
  const words = line.trim().split(/\s+/);
  if (words.length !== relations.length) throw new Error(`${operation.name}, ${asker}: “${line}” needs ${relations.length} words`);
  return words[relations.indexOf(relation)]!;
}
