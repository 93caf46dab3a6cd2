import { CLOCK, harvestWalkHours, resources, type Clock } from '@lianxue/contracts';
import { FeedStamps, Store, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';

/** Beyond the longest walk, so that no walk that still holds misses what it has begun with. */
const rememberedHours = 2 * harvestWalkHours;

/** Closed rows deleted at once. */
const forgottenAtOnce = 5000;
const forgetEveryMs = 600_000;

/** Where each of these resources stands now: what was never published is told to nobody. */
const standing = `select s.resource, s.organisation, r.stage, r.subject, r.type, s.status = 'published' as published
  from standing s join resource r on r.id = s.resource where s.resource = any($1::uuid[])`;

/**
 * Writes what harvesters are told of resources, in the order of the feed: every record with a later datestamp than all before.
 * Where a resource stood and stands no more, it leaves a tombstone that stays.
 */
@Injectable()
export class HarvestStamps extends FeedStamps {
  private forgotten = 0;

  constructor(
    @Inject(Store) store: Store,
    @Inject(CLOCK) private readonly time: Clock,
  ) {
    super(store, time, resources.changesAfter, {
      table: 'harvest_record',
      rounds: 'harvest_stamping',
      touched: `select entity from fact where thing = 'resource' union select (data ->> 'resource')::uuid from fact where thing = 'standing' and data is not null`,
    });
  }

  protected override async round(): Promise<void> {
    await super.round();
    if (this.time.now().getTime() - this.forgotten >= forgetEveryMs) await this.forget();
  }

  protected override async stamp(entities: readonly string[], at: Date, work: Work): Promise<void> {
    await work.query('update harvest_record set replaced_at = $2 where replaced_at is null and resource = any($1::uuid[])', [entities, at]);
    await work.query(
      `with standing as (${standing}),
            stood as (select * from harvest_record h where h.resource = any($1::uuid[]) and h.replaced_at = $2)
       insert into harvest_record (resource, at, organisation, stage, subject, type, published)
       select resource, $2::timestamptz, organisation, stage, subject, type, published from standing
       union all
       select h.resource, $2, h.organisation, h.stage, h.subject, h.type, false from stood h
       where not exists (select 1 from standing s where (s.resource, s.organisation, s.stage, s.subject, s.type) = (h.resource, h.organisation, h.stage, h.subject, h.type))`,
      [entities, at],
    );
  }

  private async forget(): Promise<void> {
    const now = this.time.now().getTime();
    const before = new Date(now - rememberedHours * 3_600_000);
    await this.inBatches(forgottenAtOnce, () =>
      this.inOwnName(async (work) => {
        const gone = await work.query(
          `delete from harvest_record where ctid = any(array(select ctid from harvest_record where replaced_at < $1 limit ${forgottenAtOnce})) returning 1`,
          [before],
        );
        return gone.length;
      }),
    );
    this.forgotten = now;
  }
}
