import { refuse, type Call, type CollectionFilter, type RefusalKind } from '@lianxue/contracts';
import { allOf, sql, type Sql } from '../sql.js';
import type { Store } from '../store.js';
import { conditionOf, orderOf, type Fields } from './fields.js';
import { Near } from './near.js';

/** A collection of a standard over a service's tables: the rows are those of `from`, alias `t`, with their stamp, alias `m`. */
export interface Collection {
  readonly from: Sql;
  /** The entity whose stamp says when a row was last modified. */
  readonly stamped: Sql;
  /** Which rows there are for whoever reads here. */
  readonly among: (near: Near) => Sql;
  readonly fields: (near: Near) => Fields;
  /** Narrowed to a thing: the classes of a course. */
  readonly within: Readonly<Record<string, ((id: string) => Sql) | undefined>>;
}

/** The collections of one service, and the tables that hold their stamps. */
export interface CollectionsOf<C extends string> {
  readonly collections: Readonly<Record<C, Collection>>;
  /** The collection in which a thing that narrows another must be found; others are checked elsewhere. */
  readonly narrowing: Readonly<Record<string, C | undefined>>;
  readonly stamps: Sql;
  readonly rounds: Sql;
  /** How something that is not there is refused. */
  readonly unknown: RefusalKind;
}

/** A part of a collection as a façade asks for it; see `collectionQuery` of the contracts. */
export interface CollectionQuery<C extends string> {
  readonly collection: C;
  readonly within: readonly { readonly kind: string; readonly id: string }[];
  readonly id?: string | undefined;
  readonly filter?: CollectionFilter | undefined;
  readonly sort?: { readonly field: string; readonly descending: boolean } | undefined;
  readonly limit: number;
  readonly offset: number;
  readonly after?: string | undefined;
  readonly asOf?: string | undefined;
  readonly counted: boolean;
}

/** A row found: which it is, when it was last modified, and whether it still is. */
export interface FoundRow {
  readonly id: string;
  readonly at: Date;
  readonly status: 'active' | 'tobedeleted';
}

/** What was found, for the service to make rows of. */
export interface FoundPart {
  readonly found: readonly FoundRow[];
  readonly near: Near;
  readonly total: number | null;
  readonly last: string | null;
  readonly asOf: string;
}

/**
 * Finds a part of a collection within the reach of the app that asks. Rows stand in the order of their ids, oldest first; a
 * walk goes on behind the last id it has seen and leaves out what was modified since it began, so that it neither skips nor
 * repeats, and what it left out comes with the next delta.
 */
export class CollectionReading<C extends string> {
  constructor(
    private readonly store: Store,
    private readonly of: CollectionsOf<C>,
  ) {}

  async part(query: CollectionQuery<C>, call: Call): Promise<FoundPart> {
    const near = await Near.of(this.store, call);
    const collection = this.of.collections[query.collection];
    const [stamped] = await this.store.read<{ at: Date }>(sql`select at from ${this.of.rounds}`);
    const asOf = query.asOf === undefined ? stamped!.at : new Date(query.asOf);
    const fields = collection.fields(near);
    const fitting = allOf(
      collection.among(near),
      ...query.within.map(({ kind, id }) => collection.within[kind]?.(id) ?? sql`false`),
      query.id !== undefined && sql`t.id = ${query.id}::uuid`,
      query.filter && conditionOf(query.filter, fields),
      // What is asked for by its id is there from the moment it is written, before the feed has come to it.
      query.id === undefined && sql`m.at <= ${asOf}`,
    );
    const order = query.sort ? orderOf(query.sort, fields) : sql`order by t.id`;
    await this.refuseUnknown(query, near);
    const found = await this.store.scan<FoundRow>(
      sql`select t.id, coalesce(m.at, ${asOf}::timestamptz) as at, ${fields['status']!.sql} as status from ${this.from(collection)}
          where ${allOf(fitting, query.after !== undefined && sql`t.id > ${query.after}::uuid`)} ${order} limit ${query.limit} offset ${query.offset}`,
    );
    const [counted] = query.counted
      ? await this.store.scan<{ total: number }>(sql`select count(*)::int as total from ${this.from(collection)} where ${fitting}`)
      : [];
    const last = found.length === query.limit ? found.at(-1)!.id : null;
    return { found, near, total: counted?.total ?? null, last, asOf: asOf.toISOString() };
  }

  /** What a collection is narrowed to has to be there, and the one inside the other. */
  private async refuseUnknown({ within }: CollectionQuery<C>, near: Near): Promise<void> {
    for (const [place, { kind, id }] of within.entries()) {
      const name = this.of.narrowing[kind];
      if (name === undefined) continue;
      const collection = this.of.collections[name];
      const outer = within.slice(0, place).map((each) => collection.within[each.kind]?.(each.id));
      const where = allOf(sql`t.id = ${id}::uuid`, collection.among(near), ...outer);
      const rows = await this.store.read(sql`select 1 from ${this.from(collection)} where ${where} limit 1`);
      if (rows.length === 0) throw refuse(this.of.unknown);
    }
  }

  private from({ from, stamped }: Collection): Sql {
    return sql`${from} left join ${this.of.stamps} m on m.entity = ${stamped}`;
  }
}
