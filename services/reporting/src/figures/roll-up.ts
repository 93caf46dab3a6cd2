import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, inBeijing, PeriodNotFound, type Call, type Clock, type RollUp } from '@lianxue/contracts';
import { sql, Store, type Sql } from '@lianxue/persistence';
import { Period } from '../collecting/period.entity.js';
import { countsOf, type CountRow } from './counting.js';
import { namesOf } from './line-names.js';
import { scopeOf } from './scope.js';
import { sumsOf, type SumRow } from './sums.js';
import { recount } from './summary.js';

/** What a period has come to, below one organisation, by the authority that reviews. */
@Injectable()
export class RollingUp {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `period` has been met by the caller; `organisation` is the one it acts for. */
  async read(period: Period, organisation: string): Promise<RollUp> {
    const scope = await scopeOf(organisation, { by: 'managed', breakdown: 'county', teachingPoints: 'with' }, this.store);
    const [counts, sums] = await Promise.all([
      this.store.scan<CountRow>(countsOf(period, scope)),
      this.store.scan<SumRow>(sumsOf(period, scope, null, false)),
    ]);
    const names = await namesOf(
      counts.flatMap(({ line }) => (line === null ? [] : [line])),
      scope,
      this.store,
    );
    const figuresOf = (line: string | null) =>
      sums.filter((row) => row.line === line).map(({ indicator, total, units }) => ({ indicator, total: Number(total), units }));
    const lines = new Map(counts.map((row) => [row.line, row]));
    return {
      period: period.id,
      organisation,
      asOf: inBeijing(this.clock.now()),
      lines: [...names].map(([line, name]) => ({ organisation: line, name, ...countedIn(lines.get(line)!), figures: figuresOf(line) })),
      total: { ...countedIn(lines.get(null)!), figures: figuresOf(null) },
    };
  }

  /** From what counts of each unit, one reviewing organisation after the other; its approvals wait meanwhile. */
  async recount(periodId: string, call: Call): Promise<Period> {
    const period = await this.store.one(Period, periodId, call, PeriodNotFound);
    for (const { organisation } of await this.store.read<{ organisation: string }>(counted(period))) {
      await this.store.commit(call, async (work) => {
        await work.one(Period, period.id, PeriodNotFound);
        await recount(period, organisation, work);
        work.note('recounted', period.id, { organisation });
      });
    }
    return period;
  }
}

/** Reviewing organisations that have figures in a period, or should have. */
const counted = ({ id }: Period): Sql => sql`
  select organisation from summary where period = ${id} union select authority from contribution where period = ${id} and replaced_by is null`;

const countedIn = ({ expected, filled, waiting, returned, approved, missing, onTime }: CountRow) => ({
  expected,
  filled,
  waiting,
  returned,
  approved,
  missing,
  onTime,
});
