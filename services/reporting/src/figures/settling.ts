import { Inject, Injectable } from '@nestjs/common';
import {
  CLOCK,
  dayInBeijing,
  DataSetNotFound,
  ownCallOf,
  PeriodNotFound,
  PeriodNotOver,
  refuse,
  reporting,
  type Call,
  type Clock,
  type Settlement,
} from '@lianxue/contracts';
import { Rounds, sql, Store, type Work } from '@lianxue/persistence';
import { DataSet } from '../collecting/data-set.entity.js';
import { Period } from '../collecting/period.entity.js';
import { HISTORY, type History } from './history.js';
import { pastOf, type PastAuthority, type PastUnit } from './past-units.js';
import { movedIn, regroup } from './regrouping.js';
import type { Asking } from './units.js';

const everyMs = 60_000;
/** Periods looked after in one round. */
const atOnce = 20;

/**
 * When a period is over, who should have reported is fixed as history says it was on its last day: schools opened, closed,
 * merged or moved later change nothing of it. Until then its figures follow the tree.
 */
@Injectable()
export class Settling extends Rounds {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(HISTORY) private readonly history: History,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super(everyMs);
  }

  protected async round(): Promise<void> {
    const call = ownCallOf(reporting.settlePeriod);
    const over = await this.store.read<{ id: string }>(sql`
      select p.id from period p where p.last_day < ${dayInBeijing(this.clock.now())}::date
        and not exists (select 1 from settlement s where s.period = p.id) order by p.last_day, p.id limit ${atOnce}`);
    for (const { id } of over) await this.settle(id, call);
    const running = await this.store.read<Asking>(sql`
      select p.id, p.organisation, p.data_set as "dataSet" from period p
      where p.opens <= ${this.clock.now()} and not exists (select 1 from settlement s where s.period = p.id)`);
    for (const period of running) {
      if ((await this.store.scan(movedIn(period))).length === 0) continue;
      await this.store.commit(call, async (work) => regroup(await work.one(Period, period.id), work));
    }
  }

  /** Asks for the tree of the period's last day, and holds the period to it from now on. */
  async settle(periodId: string, call: Call): Promise<Settlement> {
    const period = await this.store.one(Period, periodId, call, PeriodNotFound);
    if (period.lastDay >= dayInBeijing(this.clock.now())) throw refuse(PeriodNotOver, { lastDay: period.lastDay });
    const dataSet = await this.store.one(DataSet, period.dataSet, call, DataSetNotFound);
    const organisations = await this.history(period.organisation, period.lastDay);
    const [place] = await this.store.read<{ above: string[] }>(
      sql`select string_to_array(path::text, '.')::uuid[] as above from organisation where id = ${period.organisation}`,
    );
    const { units, authorities } = pastOf(organisations, dataSet.filledBy, place!.above);
    return this.store.commit(call, async (work) => {
      await work.one(Period, period.id, PeriodNotFound);
      await keep(period, units, authorities, this.clock.now(), work);
      await regroup(period, work);
      work.note('settled', period.id, { asOf: period.lastDay });
      return { period: period.id, asOf: period.lastDay, units: units.filter(({ closed }) => !closed).length };
    });
  }
}

/** Of the units that had closed by then, only those that had reported are kept. */
async function keep(
  { id, lastDay }: Period,
  units: readonly PastUnit[],
  authorities: readonly PastAuthority[],
  now: Date,
  work: Work,
): Promise<void> {
  for (const table of ['settlement', 'expected_unit', 'past_authority']) await work.query(`delete from ${table} where period = $1`, [id]);
  await work.query(
    `insert into expected_unit (period, organisation, parent, authority, division_code, kind, closed)
     select $1, u.organisation, u.parent, u.authority, u.division, u.kind, u.closed
     from jsonb_to_recordset($2::jsonb) as u (organisation uuid, parent uuid, authority uuid, division text, kind text, closed boolean)
     where not u.closed or exists (select 1 from submission s where s.period = $1 and s.organisation = u.organisation)`,
    [id, JSON.stringify(units)],
  );
  await work.query(
    `insert into past_authority (period, organisation, above)
     select $1, a.organisation, array(select jsonb_array_elements_text(a.above)::uuid) from jsonb_to_recordset($2::jsonb) as a (organisation uuid, above jsonb)`,
    [id, JSON.stringify(authorities)],
  );
  await work.query('insert into settlement (period, as_of, settled_at) values ($1, $2, $3)', [id, lastDay, now]);
}
