import type { Statements } from '@lianxue/contracts';
import { hasNoLike, isOfKey, keyIn, keyOf, type KeptColumn } from './columns-as-kept.js';

/** Who becomes whom, in rows whose version counts by itself when they are told anew. */
interface Renaming {
  readonly person: string;
  readonly successor: string;
  readonly told: ReadonlySet<string>;
}

interface Changed {
  readonly id: string | null;
}

/**
 * Lets a column name the successor, and remembers of which rows. Where the successor is named by a row just like it already, the row
 * stays as it is; in a list they are named once.
 */
export function passOn(kept: KeptColumn, { person, successor, told }: Renaming, statements: Statements): Promise<Changed[]> {
  const { table, column, type, list } = kept;
  const counted = countsIn(kept, told);
  const keys = keyOf(kept)
    .map(({ name }) => `"${name}"`)
    .join(', ');
  const moved = list
    ? `met as (select ${keys}, case when $2::uuid = any("${column}") then array_position("${column}", $1::uuid) end as nth from "${table}" where "${column}" @> array[$1::uuid] for update),
       moved as (update "${table}" t
         set "${column}" = case when met.nth is null then array_replace(t."${column}", $1::uuid, $2::uuid) else array_remove(t."${column}", $1::uuid) end${counted}
         from met where ${isOfKey(kept, 'to_jsonb(met)')} returning ${keyIn(kept, 't')} as key, met.nth)`
    : `moved as (update "${table}" t set "${column}" = $2::${type}${counted}
         where t."${column}" = $1::${type}${hasNoLike(kept, '$2')} returning ${keyIn(kept, 't')} as key, null::int as nth)`;
  return statements.query<Changed>(
    `with ${moved}, noted as (insert into followed_row (person, place, key, nth) select $1::uuid, '${table}.${column}', key, nth from moved)
     select key ->> 'id' as id from moved`,
    [person, successor],
  );
}

/** Lets the rows that were changed then name the person again, as far as they still name the successor. */
export function takeBack(kept: KeptColumn, { person, successor, told }: Renaming, statements: Statements): Promise<Changed[]> {
  const { table, column, type, list } = kept;
  const again = list
    ? `case when m.nth is null then array_replace(t."${column}", $2::uuid, $1::uuid) else t."${column}"[:m.nth - 1] || $1::uuid || t."${column}"[m.nth:] end`
    : `$1::${type}`;
  const still = list ? `t."${column}" @> array[$2::uuid]` : `t."${column}" = $2::${type}${hasNoLike(kept, '$1')}`;
  return statements.query<Changed>(
    `with back as (update "${table}" t set "${column}" = ${again}${countsIn(kept, told)}
       from followed_row m where m.person = $1::uuid and m.place = '${table}.${column}' and ${isOfKey(kept, 'm.key')} and ${still}
       returning ${keyIn(kept, 't')} as key)
     select key ->> 'id' as id from back`,
    [person, successor],
  );
}

const countsIn = ({ table, versioned }: KeptColumn, told: ReadonlySet<string>): string =>
  versioned && !told.has(table) ? ', version = t.version + 1' : '';
