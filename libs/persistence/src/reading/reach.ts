import { OrganisationRequired, refuse, type Call, type Caller, type Reach } from '@lianxue/contracts';
import type { AggregateClass, ReachColumns } from '../aggregate.js';
import { sql, type Sql } from '../sql.js';
import { raw } from './rows.js';

const nothing = raw('false');
const everything = raw('true');

/**
 * Which rows this caller may meet, as one condition over the row's alias `t`. Its text depends only on entity, reach and
 * kind of caller. Paths are looked up once per statement; what the copy of the tree does not know meets nothing.
 */
export function reachOf({ reach: columns = {} }: AggregateClass, { caller, operation }: Call, now: Date): Sql {
  const reach: Reach = operation.reach ?? 'subtree';
  if (caller.kind === 'service') return everything;
  if (reach === 'public') return columns.public === undefined ? nothing : raw(`(${columns.public})`);
  if (caller.kind === 'anyone') return nothing;
  const selected = selectedPaths(caller.client, operation.scope, now);
  if (caller.organisation === undefined) {
    if (reach !== 'subtree') throw refuse(OrganisationRequired);
    return below(columns, caller, [selected]);
  }
  const acting = actingPath(caller.organisation);
  if (reach === 'subtree') return below(columns, caller, [acting, selected]);
  const own = below(columns, caller, [acting]);
  const more = reach === 'handedDown' ? sharedFromAbove(columns, acting) : assignedTo(caller);
  return sql`(${acting} <@ ${selected} and (${own} or ${more}))`;
}

/** Whether the caller may act for one organisation: it lies below the acting one, and the app is selected for it. */
export function actsFor(organisation: string, { caller, operation }: Call, now: Date): Sql {
  if (caller.kind === 'service') return sql`exists (select 1 from organisation o where o.id = ${organisation})`;
  if (caller.kind === 'anyone') return nothing;
  const paths = [selectedPaths(caller.client, operation.scope, now)];
  if (caller.organisation !== undefined) paths.push(actingPath(caller.organisation));
  return sql`exists (select 1 from organisation o where o.id = ${organisation} and ${liesBelow(paths)})`;
}

const actingPath = (organisation: string): Sql => sql`(select a.path from organisation a where a.id = ${organisation})`;

/** The paths at which the app is selected for the operation's scope. */
const selectedPaths = (client: string, scope: string | undefined, now: Date): Sql =>
  sql`array(select so.path from app_reach s join organisation so on so.id = s.organisation where s.client = ${client} and s.active and (s.until is null or s.until > ${now}) and ${scope ?? ''} = any(s.scopes))`;

const liesBelow = (paths: readonly Sql[]): Sql => paths.map((path) => sql`o.path <@ ${path}`).reduce((all, one) => sql`${all} and ${one}`);

/** Rows of organisations below all these paths; for pupils and guardians only those about themselves or their wards. */
function below(columns: ReachColumns, caller: Caller, paths: readonly Sql[]): Sql {
  const inTree = sql`exists (select 1 from organisation o where o.id = ${owner(columns)} and ${liesBelow(paths)})`;
  if (caller.role !== 'pupil' && caller.role !== 'guardian') return inTree;
  return columns.person === undefined ? nothing : sql`(${column(columns.person)} = any(${caller.about}) and ${inTree})`;
}

function sharedFromAbove(columns: ReachColumns, acting: Sql): Sql {
  if (columns.handedDown === undefined) return nothing;
  return sql`(${raw(`(${columns.handedDown})`)} and exists (select 1 from organisation o where o.id = ${owner(columns)} and o.path @> ${acting}))`;
}

const assignedTo = ({ subject, organisation }: Caller): Sql =>
  sql`exists (select 1 from assignment n where n."row" = t.id and (n.person = ${subject} or n.organisation = ${organisation}))`;

const owner = (columns: ReachColumns): Sql => column(columns.organisation ?? 'organisation');

/** A column of `t`, or SQL over `t` where the entity says so. */
const column = (text: string): Sql => raw(/^\w+$/.test(text) ? `t."${text}"` : `(${text})`);
