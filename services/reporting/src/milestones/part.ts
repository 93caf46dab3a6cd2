import type { Part } from '@lianxue/persistence';
import { BuildPlan } from './build-plan.entity.js';
import { Building } from './building.js';
import { Milestone } from './milestone.entity.js';
import { MilestonesHandlers } from './milestones.handlers.js';
import { ProgressReport } from './progress-report.entity.js';

/** What is built by when, and the weekly and monthly reports on it. */
export const milestones: Part = { entities: [BuildPlan, Milestone, ProgressReport], rules: [Building], handlers: [MilestonesHandlers] };
