import { Inject, Injectable } from '@nestjs/common';
import {
  CLOCK,
  GuardPeriodNotFound,
  inBeijing,
  type Call,
  type Clock,
  type DailyReport,
  type IncidentBoard,
  type incidents,
  type InputOf,
  type MissingReports,
  type Page,
} from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { DailyReportEntity } from './daily-report.entity.js';
import { dailyReportView } from './daily-report.view.js';
import { GuardPeriodEntity } from './guard-period.entity.js';

/** As many names as somebody may still telephone; the counts tell the rest. */
const listed = 500;
/** More guard periods than overlap on any day. */
const listedGuards = 20;

interface Unit {
  readonly organisation: string;
  readonly name: string;
  readonly kind: MissingReports['missing'][number]['kind'];
  readonly has_filed: boolean;
  readonly expected: number;
  readonly filed: number;
}

/** Authorities see who has filed and who has not. */
@Injectable()
export class Overseeing {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async reports({ guardPeriodId, day, limit, cursor }: InputOf<typeof incidents.dailyReports>, call: Call): Promise<Page<DailyReport>> {
    await this.store.one(GuardPeriodEntity, guardPeriodId, call, GuardPeriodNotFound);
    const where = allOf(sql`t.guard_period = ${guardPeriodId}::uuid`, day !== undefined && sql`t.day = ${day}::date`);
    return this.store.page(DailyReportEntity, call, { where, limit, cursor }, dailyReportView);
  }

  async missing({ guardPeriodId, day }: InputOf<typeof incidents.missing>, call: Call): Promise<MissingReports> {
    const period = await this.store.one(GuardPeriodEntity, guardPeriodId, call, GuardPeriodNotFound);
    period.includes(day);
    const units = await this.units(period, day, call);
    const missing = units.filter(({ has_filed }) => !has_filed);
    const due = period.dueOn(day);
    return {
      day,
      dueAt: inBeijing(due),
      overdue: this.clock.now() > due,
      expected: units[0]?.expected ?? 0,
      filed: units[0]?.filed ?? 0,
      missing: missing.slice(0, listed).map(({ organisation, name, kind }) => ({ organisation, name, kind })),
      more: missing.length > listed,
    };
  }

  /** Every guard period that includes the day and reaches the caller's organisation, and how far its reports have come. */
  async guardsOf(day: string, call: Call): Promise<IncidentBoard['guards']> {
    const on = sql`${day}::date between t.first_day and t.last_day`;
    const { items } = await this.store.page(GuardPeriodEntity, call, { where: on, limit: listedGuards }, (period) => period);
    return Promise.all(
      items.map(async (period) => {
        const [first] = await this.units(period, day, call);
        const { expected = 0, filed = 0 } = first ?? {};
        return { guardPeriod: period.id, name: period.name, day, dueAt: inBeijing(period.dueOn(day)), expected, filed };
      }),
    );
  }

  /** Units that report under the period and that the caller answers for, without those that closed unfiled; those that have not filed come first. */
  private async units(period: GuardPeriodEntity, day: string, call: Call): Promise<Unit[]> {
    const reach = await this.store.reachOf(DailyReportEntity, call);
    return this.store.read<Unit>(sql`
      with unit as (
        select t.organisation, t.name, t.kind, t.closed,
          exists (select 1 from daily_report r where r.guard_period = ${period.id}::uuid and r.day = ${day}::date and r.organisation = t.organisation) as has_filed
        from (select known.id, known.id as organisation, known.name, known.kind, known.path, known.closed from organisation known) t
        where ${reach} and t.kind = any(${period.kinds}::text[])
          and t.path <@ (select declaring.path from organisation declaring where declaring.id = ${period.organisation}::uuid)
      )
      select unit.*, (count(*) over ())::int as expected, (count(*) filter (where has_filed) over ())::int as filed
      from unit where has_filed or not closed order by has_filed, name, organisation limit ${listed + 1}`);
  }
}
