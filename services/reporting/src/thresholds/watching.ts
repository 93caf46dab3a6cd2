import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, dayInBeijing, earlyWarningFacts, ownCallOf, reporting, type Call, type Clock } from '@lianxue/contracts';
import { Rounds, sql, Store, takeTurn, type Work } from '@lianxue/persistence';
import { EarlyWarning } from './early-warning.entity.js';
import { JudgingMeasures } from './judging-measures.js';
import { Judging, watches, type Judged } from './judging.js';
import { Threshold } from './threshold.entity.js';

const everyMs = 2_000;
/** While figures keep changing, a threshold is judged so often: ten thousand schools approved in an hour are no ten thousand judgements. */
const restMs = 30_000;
/** Thresholds judged in one round, and warnings written in one transaction. */
const atOnce = 20;
const batch = 200;

/**
 * Judges every threshold that is switched on when figures it watches have changed, and once after each day: then deadlines have
 * passed, figures were taken back, and what came in out of turn is seen. A warning is raised once and stands until its value returns.
 */
@Injectable()
export class Watching extends Rounds {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Judging) private readonly judging: Judging,
    @Inject(JudgingMeasures) private readonly measures: JudgingMeasures,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super(everyMs);
  }

  protected async round(): Promise<void> {
    const now = this.clock.now();
    const today = dayInBeijing(now);
    const due = await this.store.scan<{ id: string }>(sql`
      select t.id from threshold t left join threshold_round r on r.threshold = t.id
      where t.state = 'on' and (t.valid_from is null or t.valid_from <= ${today}::date) and (t.valid_until is null or t.valid_until >= ${today}::date)
        and (r.threshold is null or r.due <= ${now} or r.judged_at <= ${new Date(now.getTime() - restMs)} and exists (
          select 1 from period p join contribution c on c.period = p.id and c.seq > r.judged_up_to
          where p.data_set = (t.watches ->> 'dataSet')::uuid))
      order by r.due nulls first, t.id limit ${atOnce}`);
    let trouble: unknown;
    // One that cannot be judged keeps no other from it; it is told of at the end.
    for (const { id } of due) await this.watch(id, now).catch((error: unknown) => (trouble = error));
    if (trouble) throw trouble;
  }

  private async watch(id: string, now: Date): Promise<void> {
    const call = ownCallOf(reporting.switchOnThreshold);
    const threshold = await this.store.one(Threshold, id, call);
    // Read first: what comes in while it is judged is judged at the next round.
    const [{ last }] = (await this.store.read<{ last: string }>(sql`select coalesce(max(seq), 0)::text as last from contribution`)) as [
      { last: string },
    ];
    const judged = await this.judge(threshold, now, call);
    for (let from = 0; from < judged.length; from += batch) await this.warn(threshold, judged.slice(from, from + batch), now, call);
    await this.store.commit(call, async (work) => {
      await this.release(threshold, now, work);
      await work.query(
        `insert into threshold_round (threshold, judged_up_to, judged_at, due) values ($1, $2, $3, $4)
         on conflict (threshold) do update set judged_up_to = excluded.judged_up_to, judged_at = excluded.judged_at, due = excluded.due`,
        [threshold.id, last, now, endOfDay(now)],
      );
    });
  }

  /** In the order of their ids. */
  private async judge(threshold: Threshold, now: Date, call: Call): Promise<Judged[]> {
    const judged = watches(threshold, 'indicator')
      ? await this.judging.latest(threshold, now, call)
      : watches(threshold, 'measure')
        ? await this.measures.upTo(threshold, dayBefore(now))
        : [];
    return judged.sort((one, other) => (one.organisation < other.organisation ? -1 : 1));
  }

  /** Two rounds of one threshold come one after the other, so that nobody is warned twice. */
  private async warn(threshold: Threshold, judged: readonly Judged[], now: Date, call: Call): Promise<void> {
    await this.store.commit(call, async (work) => {
      await takeTurn(work, `threshold ${threshold.id}`);
      const ids = judged.map(({ organisation }) => organisation);
      const rows = await work.all(
        EarlyWarning,
        sql`t.threshold = ${threshold.id} and t.organisation = any(${ids}::uuid[]) and t.cleared_at is null`,
      );
      const standing = new Map(rows.map((row) => [row.organisation, row]));
      const raised: EarlyWarning[] = [];
      const changed: EarlyWarning[] = [];
      const cleared: EarlyWarning[] = [];
      for (const { organisation, value, beyond, period } of judged) {
        const warning = standing.get(organisation);
        if (!beyond) {
          warning?.judge('cleared', value, period, now);
          if (warning) cleared.push(warning);
        } else if (!warning) {
          const made = Object.assign(new EarlyWarning(), told(threshold), { organisation });
          made.judge('raised', value, period, now);
          raised.push(made);
        } else if (Number(warning.value) !== Number(value) || warning.period !== period) {
          warning.judge('changed', value, period, now);
          changed.push(warning);
        }
      }
      if (raised.length > 0) await work.insertAll(raised, earlyWarningFacts.raised);
      if (changed.length > 0) await work.updateAll(changed, earlyWarningFacts.changed);
      if (cleared.length > 0) await work.updateAll(cleared, earlyWarningFacts.cleared);
    });
  }

  /** Who has closed, or lies no longer below the authority, is not judged any more: its warning is cleared without a value. */
  private async release(threshold: Threshold, now: Date, work: Work): Promise<void> {
    const gone = await work.all(
      EarlyWarning,
      sql`t.threshold = ${threshold.id} and t.cleared_at is null and not exists (
        select 1 from organisation o join organisation top on top.id = ${threshold.organisation} and o.path <@ top.path
        where o.id = t.organisation and not o.closed)`,
      batch,
    );
    for (const warning of gone) warning.judge('cleared', null, null, now);
    if (gone.length > 0) await work.updateAll(gone, earlyWarningFacts.cleared);
  }
}

/** What a warning says of its threshold, which may change later. */
const told = ({ id, organisation, name, level, comparison, value }: Threshold) => ({
  threshold: id,
  authority: organisation,
  name,
  level,
  comparison,
  limit: value,
});

const dayMs = 24 * 3600_000;
const dayBefore = (now: Date): string => dayInBeijing(new Date(now.getTime() - dayMs));

/** A little after midnight, when the day’s last deadlines have passed and what happened on it has been told. */
const endOfDay = (now: Date): Date => new Date(Date.parse(`${dayInBeijing(now)}T00:00:00+08:00`) + dayMs + 15 * 60_000);
