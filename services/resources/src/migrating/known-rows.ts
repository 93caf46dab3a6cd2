import type { Brought } from './brought.js';
import { sql, type Asking } from '@lianxue/persistence';
import type { Known, Naming } from './bringing.js';

/** What an organisation has brought before under these ids of a platform. */
export async function knownOf(
  tier: string,
  platform: string,
  rows: readonly Pick<Brought, 'idThere'>[],
  ask: Asking,
): Promise<ReadonlyMap<string, Known>> {
  const found = await ask<Known & { idThere: string }>(
    sql`select id, id_there as "idThere", resource, address, said, files, gone_at is not null as gone from migrated_resource
        where organisation = ${tier} and platform = ${platform} and id_there = any(${rows.map(({ idThere }) => idThere)}::text[])`,
  );
  return new Map(found.map(({ idThere, ...known }) => [idThere, known]));
}

/** An organisation that a row means. */
export interface Meant {
  readonly id: string;
  /** Whether the keeper can complete what belongs to it. */
  readonly isKept: boolean;
}

/** Those of these organisations that are at or below the tier. */
export async function organisationsOf(
  { tier, keptAt }: { readonly tier: string; readonly keptAt: readonly string[] },
  ids: readonly string[],
  ask: Asking,
): Promise<ReadonlyMap<string, Meant>> {
  const found = await ask<Meant>(
    sql`select o.id, exists (select 1 from organisation k where k.id = any(${keptAt}::uuid[]) and o.path <@ k.path) as "isKept"
        from organisation o join organisation tier on tier.id = ${tier} and o.path <@ tier.path where o.id = any(${ids}::uuid[])`,
  );
  return new Map(found.map((one) => [one.id, one]));
}

/** Whom a tier has named to review, whatever the step. */
export const namedAt = (tier: string, ask: Asking): Promise<Naming[]> =>
  ask<Naming>(sql`select person, stages, subjects from reviewer where organisation = ${tier}`);
