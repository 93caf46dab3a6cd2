import { Inject, Injectable } from '@nestjs/common';
import { ownCallOf, reporting, type Statements } from '@lianxue/contracts';
import { Rounds, sql, Store, takeTurn } from '@lianxue/persistence';
import { contributionsOf, type Telling } from './contributions.js';
import { countAs, totalsTurn, type Entity } from './totals.js';

const everyMs = 1_000;
/** Entities counted in one transaction, which may last two seconds. */
const batch = 500;

/** Counts what has been told: a thousand facts of one hour change a total once. */
@Injectable()
export class CountingMeasures extends Rounds {
  constructor(@Inject(Store) private readonly store: Store) {
    super(everyMs);
  }

  protected round(): Promise<unknown> {
    return this.inBatches(batch, () => this.countSome());
  }

  /** Of what is told meanwhile, all is counted now or by the next batch: an entity is counted from everything told of it. */
  private async countSome(): Promise<number> {
    const [waits] = await this.store.read(sql`select 1 from telling where not counted limit 1`);
    if (!waits) return 0;
    return this.store.commit(ownCallOf(reporting.changesAfter), async (work) => {
      await takeTurn(work, totalsTurn);
      const entities = await work.query<Entity>(
        `with told as (
           update telling t set counted = true
           from (select distinct thing, entity from telling where not counted order by 1, 2 limit $1) waits
           where t.thing = waits.thing and t.entity = waits.entity and not t.counted returning t.thing, t.entity
         ) select distinct thing, entity from told`,
        [batch],
      );
      if (entities.length > 0) await countAs(await counted(entities, work), work);
      return entities.length;
    });
  }
}

/** Each entity with what it counts as by everything told of it. */
async function counted(entities: readonly Entity[], statements: Statements) {
  const rows = await statements.query<Entity & Telling>(
    `select t.thing, t.entity, t.version, t.day::text, t.parts from telling t
     join jsonb_to_recordset($1::jsonb) as e (thing text, entity uuid) on e.thing = t.thing and e.entity = t.entity`,
    [JSON.stringify(entities)],
  );
  const tellings = new Map<string, Telling[]>();
  for (const row of rows) {
    const key = `${row.thing} ${row.entity}`;
    tellings.set(key, [...(tellings.get(key) ?? []), row]);
  }
  return entities.map(({ thing, entity }) => ({ thing, entity, contributions: contributionsOf(tellings.get(`${thing} ${entity}`) ?? []) }));
}
