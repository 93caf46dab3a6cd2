import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, ownCallOf, reporting, type Clock } from '@lianxue/contracts';
import { newId, Rounds, sql, Store } from '@lianxue/persistence';
import { Period } from '../collecting/period.entity.js';
import { Snapshots } from './snapshots.js';

const everyMs = 60_000;
/** Periods looked after in one round. */
const atOnce = 20;

/** What a snapshot that nobody asked for is for. */
const purpose = '填报期截止自动生成';

/**
 * Freezes the figures of every period when its last level has had its time, exceptions included, and its units are settled: what the
 * period came to can be cited though nobody thought of it. Where the figures are those of a snapshot already, that one is it.
 */
@Injectable()
export class ClosingSnapshots extends Rounds {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Snapshots) private readonly snapshots: Snapshots,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super(everyMs);
  }

  protected async round(): Promise<void> {
    const now = this.clock.now();
    const over = await this.store.read<{ id: string; closed: Date }>(sql`
      select p.id, w.closed from period p cross join lateral (
        select greatest(p.city_due, p.province_due, (select max(e.until) from period_exception e where e.period = p.id and not e.withdrawn)) as closed
      ) w
      where p.city_due < ${now} and w.closed < ${now} and exists (select 1 from settlement s where s.period = p.id)
        and not exists (select 1 from period_close c where c.period = p.id and c.closed = w.closed)
      order by w.closed, p.id limit ${atOnce}`);
    for (const { id, closed } of over) await this.close(id, closed);
  }

  /** Once for each end a period has had: one that is given more time afterwards closes again. */
  private close(periodId: string, closed: Date): Promise<void> {
    return this.store.commit(ownCallOf(reporting.takeSnapshot), async (work) => {
      const period = await work.one(Period, periodId);
      const [there] = await work.query('select 1 from period_close where period = $1 and closed = $2', [periodId, closed]);
      if (there) return;
      const { snapshot } = await this.snapshots.takeWithin(period, newId(), purpose, work);
      await work.query('insert into period_close (period, closed, snapshot) values ($1, $2, $3)', [periodId, closed, snapshot.id]);
      work.note('period.closed', periodId, { snapshot: snapshot.id });
    });
  }
}
