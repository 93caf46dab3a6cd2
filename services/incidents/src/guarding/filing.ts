import { Inject, Injectable } from '@nestjs/common';
import {
  actingOrganisation,
  AlreadyFiled,
  CLOCK,
  dailyReportFacts,
  dayInBeijing,
  DayToCome,
  GuardPeriodNotFound,
  NotExpected,
  NotZero,
  refuse,
  type Call,
  type Clock,
  type incidents,
  type InputOf,
} from '@lianxue/contracts';
import { Store, violates, type Work } from '@lianxue/persistence';
import { DailyReportEntity } from './daily-report.entity.js';
import { GuardPeriodEntity } from './guard-period.entity.js';

/** Units file their daily report, also when nothing happened 零报告. */
@Injectable()
export class Filing {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async file(input: InputOf<typeof incidents.fileDailyReport>, call: Call): Promise<DailyReportEntity> {
    // Read without a lock: hundreds of schools file under the same period within minutes.
    const period = await this.store.one(GuardPeriodEntity, input.guardPeriodId, call, GuardPeriodNotFound);
    const now = this.clock.now();
    period.includes(input.day);
    if (input.day > dayInBeijing(now)) throw refuse(DayToCome, { day: input.day });
    return this.store.commit(call, async (work) => {
      const row = reportOf(input, actingOrganisation(call.caller), now, period);
      await isExpected(row.organisation, period, work);
      if (row.kind === 'zero') await isQuiet(row, work);
      try {
        return await work.insert(
          row,
          dailyReportFacts.filed,
          (existing) => existing.day === row.day && existing.kind === row.kind && existing.note === row.note,
        );
      } catch (error) {
        throw violates(error, 'daily_report_once') ? refuse(AlreadyFiled, { day: row.day }) : error;
      }
    });
  }
}

function reportOf(
  { id, day, kind, note }: InputOf<typeof incidents.fileDailyReport>,
  organisation: string,
  now: Date,
  period: GuardPeriodEntity,
): DailyReportEntity {
  const row = new DailyReportEntity();
  if (id) row.id = id;
  row.organisation = organisation;
  row.guardPeriod = period.id;
  row.day = day;
  row.kind = kind;
  row.note = note ?? null;
  row.filedAt = now;
  row.late = now > period.dueOn(day);
  return row;
}

/** Refuses units that the period does not ask: of another kind, closed, or not below who declared it. */
async function isExpected(organisation: string, period: GuardPeriodEntity, work: Work): Promise<void> {
  const expected = await work.query(
    'select 1 from organisation o join organisation declaring on declaring.id = $2 where o.id = $1 and not o.closed and o.kind = any($3::text[]) and o.path <@ declaring.path',
    [organisation, period.organisation, period.kinds],
  );
  if (expected.length === 0) throw refuse(NotExpected);
}

/** Refuses a zero report of a day on which the unit discovered an incident. */
async function isQuiet({ organisation, day }: DailyReportEntity, work: Work): Promise<void> {
  const found = await work.query(
    `select 1 from incident where organisation = $1 and status <> 'dismissed'
       and discovered_at >= $2::timestamptz and discovered_at < $2::timestamptz + interval '24 hours' limit 1`,
    [organisation, new Date(`${day}T00:00:00+08:00`)],
  );
  if (found.length > 0) throw refuse(NotZero, { day });
}
