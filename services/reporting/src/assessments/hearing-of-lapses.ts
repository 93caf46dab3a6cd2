import type { DailyReportFact, Fact, Follower, GuardPeriod, IncidentFact, Statements } from '@lianxue/contracts';
import { Injectable } from '@nestjs/common';

/**
 * Hears what should have been done by a time and when it was done: the reporting clocks of incidents, the daily reports of guard
 * periods. It only writes this down; whether points are lost is judged by the sweep, which knows the time.
 */
@Injectable()
export class HearingOfLapses implements Follower {
  readonly name = 'lapses';
  readonly types = ['cn.lianxue.incidents.incident.*', 'cn.lianxue.incidents.guardPeriod.*', 'cn.lianxue.incidents.dailyReport.*'];

  async apply(fact: Fact, statements: Statements): Promise<void> {
    if (!fact.data) return;
    if (fact.thing === 'incident') await this.keepClocks(fact.data as IncidentFact, statements);
    else if (fact.thing === 'guardPeriod') await this.keepGuardPeriod(fact.data as GuardPeriod, statements);
    else await this.keepDailyReport(fact.data as DailyReportFact, statements);
  }

  /** A clock that no longer runs, since the incident was a false alarm or of another level, is void. */
  private async keepClocks({ id, version, organisation, clocks }: IncidentFact, statements: Statements): Promise<void> {
    const [later] = await statements.query('select 1 from lapse where entity = $1 and told > $2 limit 1', [id, version]);
    if (later) return;
    await statements.query(
      `insert into lapse (key, cause, organisation, thing, entity, told, detail, due, done, judge_at)
       select 'incident ' || $1::uuid || ' ' || c.rule, 'incidentClock', $2::uuid, 'incident', $1::uuid, $3::int, c.rule, c.due, c.done, coalesce(c.done, c.due)
       from unnest($4::text[], $5::timestamptz[], $6::timestamptz[]) as c (rule, due, done)
       on conflict (key) do update set told = excluded.told, due = excluded.due, done = excluded.done, void = false, judge_at = excluded.judge_at`,
      [id, organisation, version, clocks.map(({ rule }) => rule), clocks.map(({ dueAt }) => dueAt), clocks.map(({ metAt }) => metAt)],
    );
    await statements.query(`update lapse set told = $2, void = true, judge_at = due where entity = $1 and told < $2 and not void`, [
      id,
      version,
    ]);
  }

  private async keepGuardPeriod({ id, version, organisation, from, to, dailyDeadline, kinds }: GuardPeriod, statements: Statements) {
    await statements.query(
      `insert into guard_watch as kept (period, told, organisation, last_day, deadline, kinds, next_day, next_due)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (period) do update set told = excluded.told, last_day = excluded.last_day, deadline = excluded.deadline, kinds = excluded.kinds,
         next_day = greatest(kept.next_day, excluded.next_day),
         next_due = case when greatest(kept.next_day, excluded.next_day) <= excluded.last_day
           then (greatest(kept.next_day, excluded.next_day)::text || 'T' || excluded.deadline || ':00+08:00')::timestamptz end
       where kept.told < excluded.told`,
      [id, version, organisation, to, dailyDeadline, kinds, from, `${from}T${dailyDeadline}:00+08:00`],
    );
  }

  /** Before the day's sweep it has no time yet that it was due; the sweep knows, and judges it then. */
  private async keepDailyReport({ guardPeriod, organisation, day, filedAt, version }: DailyReportFact, statements: Statements) {
    await statements.query(
      `insert into lapse as kept (key, cause, organisation, thing, entity, told, detail, done)
       values ($1, 'dailyReport', $2, 'guardPeriod', $3, $4, $5, $6)
       on conflict (key) do update set done = excluded.done, told = excluded.told, judge_at = kept.due`,
      [`dailyReport ${guardPeriod} ${organisation} ${day}`, organisation, guardPeriod, version, day, filedAt],
    );
  }
}
