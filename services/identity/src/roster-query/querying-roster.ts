import { assertThat, RosterRowUnknown, type Call, type identity, type InputOf, type RosterCollection } from '@lianxue/contracts';
import { allOf, sql, Store, type Sql } from '@lianxue/persistence';
import { Injectable } from '@nestjs/common';
import { collections, narrowing, type Collection } from './collections.js';
import { conditionOf, orderOf } from './fields.js';
import { Near } from './near.js';
import { RosterRows } from './roster-rows.js';

type Query = InputOf<typeof identity.queryRoster>;

/**
 * Answers a part of a OneRoster collection within the reach of the app that asks. Rows stand in the order of their ids, oldest
 * first; a walk goes on behind the last id it has seen and leaves out what was modified since it began, so that it neither
 * skips nor repeats, and what it left out comes with the next delta.
 */
@Injectable()
export class QueryingRoster {
  constructor(
    private readonly store: Store,
    private readonly rows: RosterRows,
  ) {}

  async query(query: Query, call: Call) {
    const near = await Near.of(this.store, call);
    const collection = collections[query.collection];
    const [stamped] = await this.store.read<{ at: Date }>(sql`select at from roster_stamping`);
    const asOf = query.asOf === undefined ? stamped!.at : new Date(query.asOf);
    const fields = collection.fields(near);
    const fitting = allOf(
      collection.among(near),
      ...query.within.map(({ kind, id }) => collection.within[kind]?.(id) ?? sql`false`),
      query.id !== undefined && sql`t.id = ${query.id}::uuid`,
      query.filter && conditionOf(query.filter, fields),
      sql`m.at <= ${asOf}`,
    );
    const order = query.sort ? orderOf(query.sort, fields) : sql`order by t.id`;
    await this.refuseUnknown(query, near);
    const found = await this.store.scan<{ id: string; at: Date; status: 'active' | 'tobedeleted' }>(
      sql`select t.id, m.at, ${fields['status']!.sql} as status from ${from(collection)}
          where ${allOf(fitting, query.after !== undefined && sql`t.id > ${query.after}::uuid`)} ${order} limit ${query.limit} offset ${query.offset}`,
    );
    const [counted] = query.counted
      ? await this.store.scan<{ total: number }>(sql`select count(*)::int as total from ${from(collection)} where ${fitting}`)
      : [];
    const rows = await this.rows.of(query.collection, found, near, call);
    return { rows, total: counted?.total ?? null, asOf: asOf.toISOString() };
  }

  /** What a collection is narrowed to has to be there, and the one inside the other. */
  private async refuseUnknown({ within }: Query, near: Near): Promise<void> {
    for (const [place, { kind, id }] of within.entries()) {
      const outer = within.slice(0, place);
      const one = await this.find(narrowing[kind], id, near, (collection) => outer.map((each) => collection.within[each.kind]?.(each.id)));
      assertThat(one, RosterRowUnknown);
    }
  }

  private async find(
    name: RosterCollection,
    id: string,
    near: Near,
    more: (collection: Collection) => (Sql | undefined)[],
  ): Promise<boolean> {
    const collection = collections[name];
    const where = allOf(sql`t.id = ${id}::uuid`, collection.among(near), ...more(collection));
    return (await this.store.read(sql`select 1 from ${from(collection)} where ${where} limit 1`)).length > 0;
  }
}

const from = (collection: Collection): Sql => sql`${collection.from} join roster_stamp m on m.entity = ${collection.stamped}`;
