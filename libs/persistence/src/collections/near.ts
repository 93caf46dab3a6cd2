import type { Call } from '@lianxue/contracts';
import { raw } from '../reading/rows.js';
import { sql, type Sql } from '../sql.js';
import type { Store } from '../store.js';

/** From this share of all organisations on, a collection is walked in its order; below, it is gathered from the few. */
const broadShare = 1 / 20;
const mostGathered = 2000;

/** Where an app reads: the organisations below its selections. */
export class Near {
  private constructor(
    /** The tops of what is reached, as paths. */
    private readonly tops: readonly string[],
    /** All of them, where they are few. */
    private readonly few: readonly string[] | undefined,
  ) {}

  static async of(store: Store, call: Call): Promise<Near> {
    const reach = await store.reachOf({ reach: { organisation: 'id' } }, call);
    const [found] = await store.scan<{ near: number; all: number; tops: string[]; few: string[] | null }>(
      sql`with near as materialized (select t.id, t.parent, t.path from organisation t where ${reach}),
               counted as (select count(*)::int as near from near)
          select counted.near, (select count(*)::int from organisation) as all,
                 array(select n.path::text from near n where not exists (select 1 from near p where p.id = n.parent)) as tops,
                 case when counted.near <= ${mostGathered}::int then array(select id from near) end as few
          from counted`,
    );
    const { near, all, tops, few } = found!;
    return new Near(tops, few && near <= all * broadShare ? few : undefined);
  }

  /** Whether the organisation in this column is reached. */
  holds(organisation: Sql): Sql {
    return this.few
      ? sql`${organisation} = any(${this.few}::uuid[])`
      : sql`exists (select 1 from organisation o where o.id = ${organisation} and o.path <@ any(${this.tops}::ltree[]))`;
  }

  /** Whether it is reached, or hands down to what is. `rowByRow` suits a statement that walks an order and stops early. */
  holdsOrAbove(organisation: Sql, rowByRow = false): Sql {
    const how = raw(rowByRow ? ' offset 0' : '');
    return sql`exists (select 1 from organisation o where o.id = ${organisation} and (o.path <@ any(${this.tops}::ltree[]) or o.path @> any(${this.tops}::ltree[]))${how})`;
  }
}
