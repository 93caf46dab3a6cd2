import { CLOCK, dayInBeijing, ownCallOf, PeriodExists, Refusal, reporting, type Clock } from '@lianxue/contracts';
import { Rounds, sql, Store } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { Collecting } from '../collecting/collecting.js';
import { spanOf } from '../collecting/reckoning.js';
import { Adopting } from '../shipped/adopting.js';

const everyMs = 1_000;
/** Sandboxes started in one round. */
const batch = 20;

/** What the county of a sandbox collects: a small data set that comes with the platform. */
const collected = 'devices';

/** Quarters a sandbox has, so that its clock finds one that is due, one that is closed and one to come. */
const quarters = 2;

/** Days that counties and cities review after a quarter. */
const reviewed = { county: 5, city: 10 } as const;

/** Gives the county of a new sandbox a data set, and periods that end with their quarter: what a program sees come due when it moves the clock. */
@Injectable()
export class StartingSandboxes extends Rounds {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Adopting) private readonly adopting: Adopting,
    @Inject(Collecting) private readonly collecting: Collecting,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super(everyMs);
  }

  protected async round(): Promise<void> {
    const waiting = await this.store.read<{ county: string; told: number }>(
      sql`select county, told from sandbox_start where not started order by county limit ${batch}`,
    );
    for (const { county, told } of waiting) await this.start(county, told);
  }

  private async start(county: string, told: number): Promise<void> {
    const [there] = await this.store.read<{ id: string }>(
      sql`select id from data_set where organisation = ${county} and code = ${collected}`,
    );
    const call = ownCallOf(reporting.adoptDataSet);
    const dataSet = there?.id ?? (await this.adopting.adopt({ shipped: collected, organisation: county }, call)).id;
    for (const period of this.periods()) await this.announce({ dataSet, ...period });
    await this.store.commit(ownCallOf(reporting.announcePeriod), (work) =>
      work.query('update sandbox_start set started = true where county = $1 and told = $2', [county, told]),
    );
  }

  /** One that is there already is from a start that was cut off. */
  private async announce(period: Parameters<Collecting['announce']>[0]): Promise<void> {
    try {
      await this.collecting.announce(period, ownCallOf(reporting.announcePeriod));
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== PeriodExists) throw error;
    }
  }

  /** This quarter and those after it, open for schools from their first day to their last. */
  private periods() {
    const [year, month] = dayInBeijing(this.clock.now()).split('-').map(Number) as [number, number];
    return Array.from({ length: quarters }, (_, nth) => {
      const place = Math.floor((month - 1) / 3) + nth;
      const { firstDay, lastDay, name } = spanOf('quarter', year + Math.floor(place / 4), (place % 4) + 1);
      const end = (days: number) => `${dayAfter(lastDay!, days)}T23:59:59+08:00`;
      return {
        ...{ name, kind: 'quarter' as const, firstDay: firstDay!, lastDay: lastDay! },
        opens: `${firstDay}T00:00:00+08:00`,
        due: { school: end(0), county: end(reviewed.county), city: end(reviewed.city) },
      };
    });
  }
}

const dayAfter = (day: string, days: number): string => dayInBeijing(new Date(Date.parse(`${day}T12:00:00+08:00`) + days * 24 * 3600_000));
