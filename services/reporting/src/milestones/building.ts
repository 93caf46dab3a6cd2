import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import {
  actingOrganisation,
  buildPlanFacts,
  BuildPlanNotFound,
  CLOCK,
  dayInBeijing,
  inBeijing,
  milestoneFacts,
  MilestoneNotFound,
  MilestoneOutside,
  ProgressReportExists,
  progressReportFacts,
  ProgressReportNotOwed,
  refuse,
  type BuildPlanBoard,
  type Call,
  type Clock,
  type InputOf,
  type reporting,
} from '@lianxue/contracts';
import { newId, sql, Store, violates } from '@lianxue/persistence';
import { BuildPlan } from './build-plan.entity.js';
import { Milestone } from './milestone.entity.js';
import { ProgressReport } from './progress-report.entity.js';
import { spanBefore, spanOf } from './spans.js';

/** As many names as somebody may still telephone. */
const listed = 500;

/** What is to be built by when, by whom, and how they report on it. */
@Injectable()
export class Building {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  open({ id = newId(), ...content }: InputOf<typeof reporting.openBuildPlan>, call: Call): Promise<BuildPlan> {
    return this.store.commit(call, async (work) => {
      await work.within(content.organisation);
      const plan = Object.assign(new BuildPlan(), content, { id });
      return work.insert(plan, buildPlanFacts.opened, (existing) => isDeepStrictEqual(existing.fact(), plan.fact()));
    });
  }

  setMilestone({ planId, organisation, name, due }: InputOf<typeof reporting.setMilestone>, call: Call): Promise<Milestone> {
    return this.store.commit(call, async (work) => {
      const plan = await work.one(BuildPlan, planId, BuildPlanNotFound);
      await work.within(organisation);
      if (due < plan.firstDay || due > plan.lastDay) throw refuse(MilestoneOutside);
      return work.insert(Object.assign(new Milestone(), { id: newId(), plan: plan.id, organisation, name, due }), milestoneFacts.set);
    });
  }

  complete({ milestoneId, doneOn }: InputOf<typeof reporting.completeMilestone>, call: Call): Promise<Milestone> {
    return this.store.commit(call, async (work) => {
      const milestone = await work.target(Milestone, milestoneId, MilestoneNotFound);
      milestone.make('complete');
      milestone.doneOn = doneOn;
      return work.update(milestone, milestoneFacts.completed);
    });
  }

  reopen({ milestoneId }: InputOf<typeof reporting.reopenMilestone>, call: Call): Promise<Milestone> {
    return this.store.commit(call, async (work) => {
      const milestone = await work.target(Milestone, milestoneId, MilestoneNotFound);
      milestone.make('reopen');
      milestone.doneOn = null;
      return work.update(milestone, milestoneFacts.reopened);
    });
  }

  async file({ planId, organisation, kind, day, done, next, troubles }: InputOf<typeof reporting.fileProgressReport>, call: Call) {
    const plan = await this.store.one(BuildPlan, planId, call, BuildPlanNotFound);
    const { firstDay, lastDay } = spanOf(kind, day);
    const now = this.clock.now();
    return this.store.commit(call, async (work) => {
      await work.within(organisation);
      const [owed] = await work.query('select 1 from milestone where plan = $1 and organisation = $2 limit 1', [plan.id, organisation]);
      const inPlan = firstDay <= plan.lastDay && lastDay >= plan.firstDay && firstDay <= dayInBeijing(now);
      if (!owed || !inPlan || !plan.reports.includes(kind)) throw refuse(ProgressReportNotOwed);
      const report = Object.assign(new ProgressReport(), {
        id: newId(),
        plan: plan.id,
        organisation,
        kind,
        firstDay,
        done,
        next,
        troubles: troubles ?? null,
        filedAt: now,
        late: dayInBeijing(now) > lastDay,
      });
      return work.insert(report, progressReportFacts.filed).catch((error: unknown) => {
        throw violates(error, 'progress_report_once') ? refuse(ProgressReportExists) : error;
      });
    });
  }

  /** Owed is the last whole week or month, by organisations that had a milestone open in it or still have. */
  async board({ planId }: InputOf<typeof reporting.buildPlanBoard>, call: Call): Promise<BuildPlanBoard> {
    const plan = await this.store.one(BuildPlan, planId, call, BuildPlanNotFound);
    const now = this.clock.now();
    const today = dayInBeijing(now);
    const own = sql`select m.* from milestone m join organisation o on o.id = m.organisation
      join organisation acting on acting.id = ${actingOrganisation(call.caller)} and o.path <@ acting.path where m.plan = ${plan.id}`;
    type Counts = Pick<BuildPlanBoard, 'milestones' | 'done' | 'overdue'>;
    const [counts] = await this.store.read<Counts>(sql`
      select count(*)::int as milestones, count(*) filter (where status = 'done')::int as done,
        count(*) filter (where status = 'open' and due < ${today})::int as overdue from (${own}) m`);
    const missing: BuildPlanBoard['missing'] = [];
    for (const kind of plan.reports) {
      const { firstDay, lastDay } = spanBefore(kind, today);
      if (lastDay < plan.firstDay || firstDay > plan.lastDay) continue;
      const rows = await this.store.read<{ organisation: string; name: string }>(sql`
        select distinct o.id as organisation, o.name from (${own}) m join organisation o on o.id = m.organisation and not o.closed
        where (m.done_on is null or m.done_on >= ${firstDay}) and not exists (
          select 1 from progress_report r where r.plan = m.plan and r.organisation = m.organisation and r.kind = ${kind} and r.first_day = ${firstDay})
        order by o.name, o.id limit ${listed}`);
      missing.push(...rows.map((row) => ({ ...row, kind, firstDay })));
    }
    return { plan: plan.id, asOf: inBeijing(now), ...counts!, missing: missing.slice(0, listed) };
  }
}
