import { OrganisationRequired, refuse, type Call, type Caller, type Reach } from '@lianxue/contracts';
import type { AggregateClass, ReachColumns } from '../aggregate.js';
import { allOf, sql, type Sql } from '../sql.js';
import { raw } from './rows.js';

const nothing = raw('false');
const everything = raw('true');

/**
 * How a statement meets the organisations of its rows: `joined` leaves it to PostgreSQL; `rowByRow` suits one that walks an order and
 * stops early; `gathered` one that counts very many, which PostgreSQL otherwise believes to look each up and therefore sorts.
 */
export type WayOfLooking = 'joined' | 'rowByRow' | 'gathered';

/**
 * Which rows this caller may meet, as one condition over the row's alias `t`. Its text depends only on entity, reach and
 * kind of caller. Paths are looked up once per statement; what the copy of the tree does not know meets nothing.
 */
export function reachOf(
  { reach: columns = {} }: { readonly reach?: ReachColumns },
  call: Call,
  now: Date,
  way: WayOfLooking = 'joined',
): Sql {
  const { caller, operation } = call;
  const reach: Reach = operation.reach ?? 'subtree';
  if (caller.kind === 'service') return everything;
  if (reach === 'public') return columns.public === undefined ? nothing : raw(`(${columns.public})`);
  if (caller.kind === 'anyone') return nothing;
  if (reach === 'subtree') return below(columns, caller, pathsOf(call, now), way);
  if (caller.organisation === undefined) throw refuse(OrganisationRequired);
  const acting = actingPath(caller.organisation);
  const own = below(columns, caller, [acting], way);
  const more = reach === 'handedDown' ? sharedFromAbove(columns, acting) : assignedTo(caller);
  return sql`(${acting} <@ ${selectedPaths(caller.client, operation.scope, now)} and (${own} or ${more}))`;
}

/** Reach below organisations, taken apart so that a list can begin from them. */
export interface OrganisationsInReach {
  /** A condition over the organisation `o`. */
  readonly organisations: Sql;
  /** The column of `t` that holds the organisation. */
  readonly owner: Sql;
  /** What else a row must fulfil. */
  readonly rest: Sql;
}

/** The organisations whose rows a caller may meet under `subtree`; undefined where reach is not a matter of organisations alone. */
export function organisationsInReach({ reach: columns = {} }: AggregateClass, call: Call, now: Date): OrganisationsInReach | undefined {
  const { caller, operation } = call;
  if ((caller.kind !== 'person' && caller.kind !== 'app') || (operation.reach ?? 'subtree') !== 'subtree') return undefined;
  return { organisations: liesBelow(pathsOf(call, now)), owner: owner(columns), rest: aboutRightPerson(columns, caller) };
}

/** Whether the caller may act for one organisation: it lies below the acting one, and the app is selected for it. */
export function actsFor(organisation: string, call: Call, now: Date): Sql {
  const { caller } = call;
  if (caller.kind === 'service') return sql`exists (select 1 from organisation o where o.id = ${organisation})`;
  if (caller.kind === 'anyone') return nothing;
  return sql`exists (select 1 from organisation o where o.id = ${organisation} and ${liesBelow(pathsOf(call, now))})`;
}

/** The paths below which an organisation must lie: where the app is selected, and the acting one where there is one. */
function pathsOf({ caller, operation }: Call, now: Date): Sql[] {
  const selected = selectedPaths(caller.client, operation.scope, now);
  return caller.organisation === undefined ? [selected] : [actingPath(caller.organisation), selected];
}

const actingPath = (organisation: string): Sql => sql`(select a.path from organisation a where a.id = ${organisation})`;

/** The paths at which the app is selected for the operation's scope. */
const selectedPaths = (client: string, scope: string | undefined, now: Date): Sql =>
  sql`array(select so.path from app_reach s join organisation so on so.id = s.organisation where s.client = ${client} and s.active and (s.until is null or s.until > ${now}) and ${scope ?? ''} = any(s.scopes))`;

const liesBelow = (paths: readonly Sql[]): Sql => paths.map((path) => sql`o.path <@ ${path}`).reduce((all, one) => sql`${all} and ${one}`);

/** Rows of organisations below all these paths; for pupils and guardians only those about themselves or their wards. */
function below(columns: ReachColumns, caller: Caller, paths: readonly Sql[], way: WayOfLooking): Sql {
  return allOf(aboutRightPerson(columns, caller), inTree(owner(columns), liesBelow(paths), way));
}

function inTree(owner: Sql, below: Sql, way: WayOfLooking): Sql {
  // Of an array PostgreSQL does not know that it believes hardly any organisation to lie below two paths: else it would ask the index of
  // the rows once for each of thousands.
  if (way === 'gathered') return sql`${owner} in (select unnest(array(select o.id from organisation o where ${below})))`;
  // An offset keeps PostgreSQL from joining with the organisations: it looks up that of each row it meets.
  const how = raw(way === 'rowByRow' ? ' offset 0' : '');
  return sql`exists (select 1 from organisation o where o.id = ${owner} and ${below}${how})`;
}

function aboutRightPerson({ person }: ReachColumns, { role, about }: Caller): Sql {
  if (role !== 'pupil' && role !== 'guardian') return everything;
  return person === undefined ? nothing : sql`${column(person)} = any(${about})`;
}

function sharedFromAbove({ handedDown, sharedBy, ...columns }: ReachColumns, acting: Sql): Sql {
  // The organisations above are looked up once per statement, so that an index on the column can find what they share.
  if (sharedBy !== undefined) return sql`${column(sharedBy)} && array(select o.id from organisation o where o.path @> ${acting})`;
  if (handedDown === undefined) return nothing;
  return sql`(${raw(`(${handedDown})`)} and exists (select 1 from organisation o where o.id = ${owner(columns)} and o.path @> ${acting}))`;
}

const assignedTo = ({ subject, organisation }: Caller): Sql =>
  sql`exists (select 1 from assignment n where n."row" = t.id and (n.person = ${subject} or n.organisation = ${organisation}))`;

const owner = (columns: ReachColumns): Sql => column(columns.organisation ?? 'organisation');

/** A column of `t`, or SQL over `t` where the entity says so. */
const column = (text: string): Sql => raw(/^\w+$/.test(text) ? `t."${text}"` : `(${text})`);
