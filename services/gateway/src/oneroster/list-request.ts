import { isUuid, type CollectionFilter } from '@lianxue/contracts';
import { parseFilter } from './filter.js';
import { Unanswered } from './status-info.js';

/** Where a walk stands: behind which row it goes on, and what its first page found. It travels in the links. */
export interface Walk {
  readonly after: string;
  readonly asOf: string;
  readonly total: number;
}

/** What a collection is asked for. */
export interface ListRequest {
  readonly limit: number;
  readonly offset: number;
  readonly filter?: CollectionFilter | undefined;
  readonly sort?: { readonly field: string; readonly descending: boolean } | undefined;
  readonly fields?: readonly string[] | undefined;
  readonly walk?: Walk | undefined;
}

const defaultLimit = 100;
/** More is asked for in pages; a client that counts off by its limit must get as much as it asked for, or be told that it will not. */
const mostAtOnce = 10_000;

type Query = Readonly<Record<string, unknown>>;

/** Reads the parameters that OneRoster gives to every collection; what it does not know is passed over. A quota of rows is the app’s own. */
export function listRequest(query: Query, known: readonly string[], quota = mostAtOnce): ListRequest {
  const { limit, offset, sort, orderBy, filter, fields, walk } = onceEach(query);
  if (orderBy !== undefined && !/^(asc|desc)$/i.test(orderBy)) throw new Unanswered('invaliddata', 'orderBy is asc or desc', 400);
  return {
    limit: numberIn('limit', limit, 1, quota) ?? Math.min(defaultLimit, quota),
    offset: numberIn('offset', offset, 0, 100_000_000) ?? 0,
    ...(filter !== undefined && { filter: parseFilter(filter) }),
    ...(sort !== undefined && sort !== 'sourcedId' && { sort: { field: sort, descending: orderBy?.toLowerCase() === 'desc' } }),
    ...(sort === 'sourcedId' && orderBy?.toLowerCase() === 'desc' && { sort: { field: sort, descending: true } }),
    ...selection({ fields }, known),
    ...(walk !== undefined && { walk: readWalk(walk) }),
  };
}

/** The fields wanted of each row, if not all. */
export function selection(query: Query, known: readonly string[]): { fields?: readonly string[] } {
  const { fields } = onceEach(query);
  if (fields === undefined) return {};
  const names = fields.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Unanswered('invalid_selection_field', `There is no field ${unknown.slice(0, 100)}`);
  return { fields: names };
}

function onceEach(query: Query): Record<string, string | undefined> {
  const repeated = Object.keys(query).find((name) => Array.isArray(query[name]));
  if (repeated !== undefined) throw new Unanswered('invaliddata', `${repeated} may be given only once`, 400);
  return query as Record<string, string | undefined>;
}

function numberIn(name: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most)) throw new Unanswered('invaliddata', `${name} is a number from ${least} to ${most}`, 400);
  return number;
}

export const writeWalk = (walk: Walk): string => Buffer.from(JSON.stringify(walk)).toString('base64url');

/** It is no secret and gives no right: whoever changes one deceives only themselves. */
function readWalk(text: string): Walk {
  try {
    const { after, asOf, total } = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Walk;
    if (!isUuid(after) || !/^\d{4}-[\dT:.-]{5,20}Z$/.test(asOf) || !Number.isSafeInteger(total) || total < 0) throw new Error('no walk');
    return { after, asOf, total };
  } catch {
    throw new Unanswered('invaliddata', 'walk is not one of our links', 400);
  }
}
