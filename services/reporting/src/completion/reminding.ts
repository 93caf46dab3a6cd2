import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, ownCallOf, reporting, urgingFacts, type Clock } from '@lianxue/contracts';
import { Rounds, sql, Store, takeTurn } from '@lianxue/persistence';
import { Period } from '../collecting/period.entity.js';
import { askingWithin } from '../submissions/asking.js';
import { unitsOf } from './standing-of-units.js';
import { Urging } from './urging.entity.js';

const everyMs = 5 * 60_000;

/** Reminders written in one transaction. */
const batch = 500;

/** Before the due time by so much. */
const aheadMs = 3 * 24 * 3600_000;

/** Reminds those who have not submitted, once for each period, before their time ends 提醒. */
@Injectable()
export class Reminding extends Rounds {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super(everyMs);
  }

  protected async round(): Promise<void> {
    const now = this.clock.now();
    const soon = new Date(now.getTime() + aheadMs);
    const periods = await this.store.read<{ id: string }>(
      sql`select id from period where school_due > ${now} and school_due <= ${soon} and opens <= ${now} order by school_due`,
    );
    for (const { id } of periods) await this.inBatches(batch, () => this.remindSome(id, now, soon));
  }

  private remindSome(periodId: string, now: Date, soon: Date): Promise<number> {
    return this.store.commit(ownCallOf(reporting.changesAfter), async (work) => {
      await takeTurn(work, `reminding ${periodId}`);
      const period = await work.one(Period, periodId);
      const waiting = await askingWithin(work)<{ id: string; due: Date }>(
        sql`select unit.id, unit.due from (${unitsOf(period, period.organisation, now)}) unit
            where unit.status in ('notBegun', 'draft') and unit.due <= ${soon}
              and not exists (select 1 from urging g where g.period = ${period.id} and g.organisation = unit.id and g.kind = 'reminded')
            order by unit.id limit ${batch}`,
      );
      const rows = waiting.map(({ id, due }) =>
        Object.assign(new Urging(), { organisation: id, period: period.id, kind: 'reminded', due, at: now }),
      );
      await work.insertAll(rows, urgingFacts.reminded);
      return rows.length;
    });
  }
}
