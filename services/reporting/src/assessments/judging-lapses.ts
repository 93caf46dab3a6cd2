import {
  CLOCK,
  dayInBeijing,
  deductionFacts,
  ownCallOf,
  reporting,
  type Clock,
  type DeductionCause,
  type DeductionRule,
} from '@lianxue/contracts';
import { newId, Rounds, sql, Store, takeTurn, type Work } from '@lianxue/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { followDeduction } from './correcting.js';
import { Deduction } from './deduction.entity.js';
import { turnOf } from './reckoning.js';

const everyMs = 2_000;
/** Lapses judged in one transaction, which may last two seconds. */
const batch = 50;
/** How long a report that was filed in time may be on its way here. */
const graceMinutes = 10;

interface Lapse {
  readonly key: string;
  readonly cause: DeductionCause;
  readonly organisation: string;
  readonly thing: string;
  readonly entity: string;
  readonly detail: string;
  readonly due: Date;
  readonly done: Date | null;
  readonly void: boolean;
}

/** Makes deductions of what was late or never done, by the rubrics of the assessments whose days it falls in; and lifts them when their source takes it back. */
@Injectable()
export class JudgingLapses extends Rounds {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super(everyMs);
  }

  async round(): Promise<void> {
    await this.inBatches(1, () => this.sweepOneDay());
    await this.inBatches(batch, () => this.judgeSome());
  }

  /** A day of a guard period is over: every unit that reports had something due, whether or not it came. */
  private sweepOneDay(): Promise<number> {
    return this.store.commit(ownCallOf(reporting.changesAfter), async (work) => {
      const swept = await work.query<{ period: string }>(
        `with watched as (
           select period, organisation, kinds, next_day, next_due from guard_watch
           where next_due <= $1::timestamptz - $2 * interval '1 minute' order by next_due limit 1 for update skip locked
         ), told as (
           insert into lapse as kept (key, cause, organisation, thing, entity, told, detail, due, judge_at)
           select 'dailyReport ' || w.period || ' ' || o.id || ' ' || w.next_day, 'dailyReport', o.id, 'guardPeriod', w.period, 0, w.next_day::text, w.next_due, w.next_due
           from watched w join organisation top on top.id = w.organisation join organisation o on o.path <@ top.path
           where o.kind = any(w.kinds) and not o.closed
           on conflict (key) do update set due = excluded.due, judge_at = excluded.judge_at
         )
         update guard_watch g set next_day = g.next_day + 1,
           next_due = case when g.next_day < g.last_day then g.next_due + interval '1 day' end
         from watched w where g.period = w.period returning g.period`,
        [this.clock.now(), graceMinutes],
      );
      return swept.length;
    });
  }

  private judgeSome(): Promise<number> {
    return this.store.commit(ownCallOf(reporting.changesAfter), async (work) => {
      const lapses = await work.query<Lapse>(
        `update lapse l set judge_at = null from (
           select key from lapse where judge_at < $1 order by judge_at, key limit ${batch} for update skip locked) due
         where l.key = due.key returning l.key, l.cause, l.organisation, l.thing, l.entity, l.detail, l.due, l.done, l.void`,
        [this.clock.now()],
      );
      // In the order of their units, so that two replicas never wait for each other in a circle.
      for (const lapse of lapses.sort((one, other) => one.organisation.localeCompare(other.organisation))) await this.judge(lapse, work);
      return lapses.length;
    });
  }

  private async judge(lapse: Lapse, work: Work): Promise<void> {
    const late = !lapse.void && (lapse.done ?? this.clock.now()) > lapse.due;
    const there = await work.all(Deduction, sql`t.lapse = ${lapse.key}`);
    for (const deduction of there) await settle(deduction, late, lapse, work);
    if (!late) return;
    for (const { assessment, rule } of await rulesFor(lapse, work)) {
      if (there.some((deduction) => deduction.assessment === assessment && deduction.rule === rule.code)) continue;
      await takeTurn(work, turnOf(assessment, lapse.organisation));
      const deduction = Object.assign(new Deduction(), {
        id: newId(),
        organisation: lapse.organisation,
        assessment,
        rule: rule.code,
        criterion: rule.criterion,
        points: rule.points,
        cause: lapse.cause,
        lapse: lapse.key,
        source: { service: 'incidents', thing: lapse.thing, entity: lapse.entity, detail: lapse.detail },
        due: lapse.due,
        done: lapse.done,
      });
      await work.insert(deduction, deductionFacts.counted);
      await followDeduction(deduction, work);
    }
  }
}

/** A deduction follows its source: lifted when nothing was late after all, completed when it was done at last. */
async function settle(deduction: Deduction, late: boolean, { done }: Lapse, work: Work): Promise<void> {
  if (deduction.status === 'lifted') return;
  if (late) {
    if (done?.getTime() === deduction.done?.getTime()) return;
    deduction.done = done;
    await work.update(deduction, deductionFacts.completed);
    return;
  }
  Object.assign(deduction, { status: 'lifted', done, answer: '来源已更正，自动撤销 Taken back by its source' });
  await work.update(deduction, deductionFacts.lifted);
  await followDeduction(deduction, work);
}

/** The rules that a lapse breaks, in the assessments under way for its unit and its day. */
async function rulesFor({ cause, organisation, detail, due }: Lapse, work: Work): Promise<{ assessment: string; rule: DeductionRule }[]> {
  const rows = await work.query<{ assessment: string; deductions: DeductionRule[] }>(
    `select a.id as assessment, r.deductions from organisation o
     join organisation top on top.path @> o.path and top.id <> o.id
     join assessment a on a.organisation = top.id and a.status = 'announced' and o.kind = any(a.assesses) and $2::date between a.first_day and a.last_day
     join rubric r on r.id = a.rubric where o.id = $1 order by a.id`,
    [organisation, dayInBeijing(due)],
  );
  return rows.flatMap(({ assessment, deductions }) =>
    deductions
      .filter((rule) => rule.cause === cause && (rule.clock === undefined || rule.clock === detail))
      .map((rule) => ({ assessment, rule })),
  );
}
