import { Inject, Injectable } from '@nestjs/common';
import {
  assertThat,
  CLOCK,
  NothingOverdue,
  OrganisationRequired,
  PeriodNotFound,
  urgingFacts,
  type Call,
  type Clock,
  type InputOf,
  type OutputOf,
  type reporting,
} from '@lianxue/contracts';
import { sql, Store, takeTurn } from '@lianxue/persistence';
import { Period } from '../collecting/period.entity.js';
import { askingWithin } from '../submissions/asking.js';
import { unitsOf } from './standing-of-units.js';
import { Urging } from './urging.entity.js';

/** As many as one transaction writes in time. */
const most = 2000;
const dayMs = 24 * 3600_000;

interface Found {
  readonly id: string;
  readonly due: Date;
  readonly urged: boolean;
}

/** An authority tells all that are overdue below it, in one call 催报. */
@Injectable()
export class UrgingUnits {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async urge({ periodId, note, organisations }: InputOf<typeof reporting.urge>, call: Call): Promise<OutputOf<typeof reporting.urge>> {
    const acting = call.caller.organisation;
    assertThat(acting !== undefined, OrganisationRequired);
    const period = await this.store.one(Period, periodId, call, PeriodNotFound);
    const now = this.clock.now();
    return this.store.commit(call, async (work) => {
      // Two who urge at the same moment come one after the other, so that nobody is urged twice.
      await takeTurn(work, `urging ${period.id}`);
      const which = organisations === undefined ? sql`true` : sql`unit.id = any(${organisations}::uuid[])`;
      const found = await askingWithin(work)<Found>(
        sql`select unit.id, unit.due, exists (
              select 1 from urging g where g.period = ${period.id} and g.organisation = unit.id and g.kind = 'urged' and g.at > ${new Date(now.getTime() - dayMs)}
            ) as urged
            from (${unitsOf(period, acting, now)}) unit where unit.overdue and unit.id <> ${acting} and ${which} order by unit.id`,
      );
      assertThat(found.length > 0, NothingOverdue);
      const open = found.filter(({ urged }) => !urged);
      const rows = open
        .slice(0, most)
        .map(({ id, due }) =>
          Object.assign(new Urging(), { organisation: id, period: period.id, kind: 'urged', urgedBy: acting, note, due, at: now }),
        );
      await work.insertAll(rows, urgingFacts.urged);
      return { urged: rows.length, urgedToday: found.length - open.length, left: open.length - rows.length };
    });
  }
}
