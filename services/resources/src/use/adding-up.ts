import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, dayInBeijing, ownCallOf, resourceUseFacts, resources, type Clock } from '@lianxue/contracts';
import { Rounds, sql, Store } from '@lianxue/persistence';
import { UseOfDay } from './use-of-day.entity.js';

const everyMs = 60_000;
/** Taken in one transaction. */
const uses = 2000;
const days = 500;
/** How long it is remembered who used what: recommendations rest on it. */
const rememberedMs = 90 * 24 * 3600_000;

/** Adds uses up by resource, tells of each day when it is over, and forgets who it was. */
@Injectable()
export class AddingUp extends Rounds {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super(everyMs);
  }

  protected async round(): Promise<void> {
    await this.inBatches(uses, () => this.addSome());
    await this.inBatches(days, () => this.tellSome());
    await this.inBatches(uses, () => this.forgetSome());
  }

  /** From being counted to being in the total is one statement: whoever reads both meets each use in one of them. */
  private addSome(): Promise<number> {
    return this.store.commit(ownCallOf(resources.noteUse), async (work) => {
      const [added] = await work.query<{ uses: number }>(
        `with few as (select id from use_event where not counted order by resource, id limit $1 for update skip locked),
           marked as (update use_event e set counted = true from few where e.id = few.id returning e.resource, e.kind),
           total as (
             insert into resource_total as kept (resource, views, downloads, in_class)
             select resource, count(*) filter (where kind = 'view'), count(*) filter (where kind = 'download'), count(*) filter (where kind = 'inClass')
             from marked group by resource order by resource
             on conflict (resource) do update set views = kept.views + excluded.views, downloads = kept.downloads + excluded.downloads,
               in_class = kept.in_class + excluded.in_class
             returning resource, views + downloads + in_class as uses),
           ranked as (update findable f set uses = total.uses from total where f.id = total.resource)
         select count(*)::int as uses from few`,
        [uses],
      );
      return added!.uses;
    });
  }

  private tellSome(): Promise<number> {
    return this.store.commit(ownCallOf(resources.noteUse), async (work) => {
      const over = sql`t.day < ${dayInBeijing(this.clock.now())}::date
        and t.told is distinct from t.views + t.downloads + t.in_class + t.elsewhere + t.favourites + t.ratings`;
      const rows = await work.all(UseOfDay, over, days);
      const told = rows.map((row) => Object.assign(row, { told: row.all }));
      await work.updateAll(told, resourceUseFacts.counted);
      return told.length;
    });
  }

  private forgetSome(): Promise<number> {
    const before = dayInBeijing(new Date(this.clock.now().getTime() - rememberedMs));
    return this.store.commit(ownCallOf(resources.noteUse), async (work) => {
      const gone = await work.query(
        'delete from use_event where id in (select id from use_event where counted and day < $1 limit $2) returning id',
        [before, uses],
      );
      return gone.length;
    });
  }
}
