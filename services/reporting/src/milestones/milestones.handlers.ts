import { Controller, Inject } from '@nestjs/common';
import {
  BuildPlanNotFound,
  CLOCK,
  dayInBeijing,
  milestoneLifeCycle,
  reporting,
  type BuildPlan as BuildPlanView,
  type Call,
  type Clock,
  type InputOf,
  type Milestone as MilestoneView,
  type ProgressReport as ProgressReportView,
} from '@lianxue/contracts';
import { allOf, sql, Store } from '@lianxue/persistence';
import { Handles } from '@lianxue/wire';
import { itemOf } from '../collecting/collecting.view.js';
import { BuildPlan } from './build-plan.entity.js';
import { Building } from './building.js';
import { Milestone } from './milestone.entity.js';
import { ProgressReport } from './progress-report.entity.js';

const planView = (plan: BuildPlan): BuildPlanView => ({ ...plan.fact(), ...itemOf(plan) });

const reportView = (report: ProgressReport): ProgressReportView => {
  const { done, next, troubles } = report;
  return { ...report.fact(), ...itemOf(report), done, next, troubles };
};

@Controller()
export class MilestonesHandlers {
  constructor(
    @Inject(Store) private readonly store: Store,
    @Inject(Building) private readonly building: Building,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(reporting.openBuildPlan)
  async openBuildPlan(input: InputOf<typeof reporting.openBuildPlan>, call: Call) {
    return planView(await this.building.open(input, call));
  }

  @Handles(reporting.buildPlans)
  buildPlans({ limit, cursor }: InputOf<typeof reporting.buildPlans>, call: Call) {
    return this.store.page(BuildPlan, call, { limit, cursor }, planView);
  }

  @Handles(reporting.buildPlanBoard)
  buildPlanBoard(input: InputOf<typeof reporting.buildPlanBoard>, call: Call) {
    return this.building.board(input, call);
  }

  @Handles(reporting.setMilestone)
  async setMilestone(input: InputOf<typeof reporting.setMilestone>, call: Call) {
    return this.view(await this.building.setMilestone(input, call), call);
  }

  @Handles(reporting.milestones)
  async milestones({ planId, overdue, limit, cursor }: InputOf<typeof reporting.milestones>, call: Call) {
    const { id } = await this.store.one(BuildPlan, planId, call, BuildPlanNotFound);
    const late = overdue !== undefined && sql`t.status = 'open' and t.due < ${dayInBeijing(this.clock.now())}`;
    const where = allOf(sql`t.plan = ${id}`, late);
    return this.store.page(Milestone, call, { where, limit, cursor }, (milestone) => this.view(milestone, call));
  }

  @Handles(reporting.completeMilestone)
  async completeMilestone(input: InputOf<typeof reporting.completeMilestone>, call: Call) {
    return this.view(await this.building.complete(input, call), call);
  }

  @Handles(reporting.reopenMilestone)
  async reopenMilestone(input: InputOf<typeof reporting.reopenMilestone>, call: Call) {
    return this.view(await this.building.reopen(input, call), call);
  }

  @Handles(reporting.fileProgressReport)
  async fileProgressReport(input: InputOf<typeof reporting.fileProgressReport>, call: Call) {
    return reportView(await this.building.file(input, call));
  }

  @Handles(reporting.progressReports)
  async progressReports({ planId, limit, cursor }: InputOf<typeof reporting.progressReports>, call: Call) {
    const { id } = await this.store.one(BuildPlan, planId, call, BuildPlanNotFound);
    return this.store.page(ProgressReport, call, { where: sql`t.plan = ${id}`, limit, cursor }, reportView);
  }

  private view(milestone: Milestone, { caller }: Call): MilestoneView {
    const { name, due, doneOn, status } = milestone;
    const overdue = (doneOn ?? dayInBeijing(this.clock.now())) > due;
    return { ...milestone.fact(), ...itemOf(milestone), name, overdue, moves: milestoneLifeCycle.movesFor(status, caller) };
  }
}
