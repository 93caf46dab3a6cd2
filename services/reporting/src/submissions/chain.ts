import type { ReviewLevel } from '@lianxue/contracts';
import { sql } from '@lianxue/persistence';
import type { Asking } from './asking.js';
import type { Terms } from './terms.js';

/** An education authority that reviews what lies below it. */
export interface Reviewer {
  readonly id: string;
  readonly name: string;
  readonly level: ReviewLevel;
}

/** Which level an authority reviews at. A bureau without a division code stands beside counties. */
const levels: Readonly<Record<string, ReviewLevel>> = { bureau: 'county', county: 'county', city: 'city', province: 'province' };

/** At which level a kind of organisation reviews, if it does. */
export const levelOf = (kind: string): ReviewLevel | undefined => levels[kind];

/** The kinds of organisation that review. */
export const authorityKinds = Object.keys(levels);

/** The authorities above some organisations by 隶属, nearest first; a level that does not exist is not among them. */
export async function reviewersAbove(organisations: readonly string[], ask: Asking): Promise<ReadonlyMap<string, Reviewer[]>> {
  const rows = await ask<{ below: string; id: string; name: string; kind: string }>(
    sql`select o.id as below, a.id, a.name, a.kind from organisation o join organisation a on a.path @> o.path and a.id <> o.id
        where o.id = any(${[...new Set(organisations)]}::uuid[]) and a.kind = any(${authorityKinds}) order by nlevel(a.path) desc`,
  );
  const above = new Map<string, Reviewer[]>();
  for (const { below, id, name, kind } of rows) above.set(below, [...(above.get(below) ?? []), { id, name, level: levels[kind]! }]);
  return above;
}

/**
 * The authorities a submission may go through: from the nearest up to the one that announced the period. Who announced it and
 * fills it in itself is reviewed one level up.
 */
export function chainWithin(above: readonly Reviewer[], { authority }: Pick<Terms, 'authority'>): readonly Reviewer[] {
  const top = above.findIndex(({ id }) => id === authority);
  return above.slice(0, top === -1 ? 1 : top + 1);
}
