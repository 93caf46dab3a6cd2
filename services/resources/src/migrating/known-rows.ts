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

/** The organisations at or below this one that rows mean, by id or by name; none where several have it. */
export async function organisationsOf(
  { tier, home, keptAt }: { readonly tier: string; readonly home: string; readonly keptAt: readonly string[] },
  written: readonly string[],
  ask: Asking,
): Promise<ReadonlyMap<string, Meant>> {
  const words = [...new Set(written)].filter(Boolean);
  const found = await ask<{ word: string; ids: string[]; kept: boolean }>(
    sql`select w.word, array_agg(o.id) as ids, bool_or(exists (select 1 from organisation k where k.id = any(${keptAt}::uuid[]) and o.path <@ k.path)) as kept
        from unnest(${words}::text[]) as w (word)
        join organisation tier on tier.id = ${tier} join organisation o on o.path <@ tier.path and (o.name = w.word or o.id::text = lower(w.word))
        group by w.word`,
  );
  const meant = found.flatMap(({ word, ids, kept }) => (ids.length === 1 ? [[word, { id: ids[0]!, isKept: kept }] as const] : []));
  return new Map([['', { id: home, isKept: true }], ...meant]);
}

/** Whom a tier has named to review, whatever the step. */
export const namedAt = (tier: string, ask: Asking): Promise<Naming[]> =>
  ask<Naming>(sql`select person, stages, subjects from reviewer where organisation = ${tier}`);
