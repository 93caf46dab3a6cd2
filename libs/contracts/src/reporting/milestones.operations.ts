import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { NotFound } from '../platform.refusals.js';
import { Day, Id, item, page, paging, value } from '../shapes/shapes.js';
import {
  builders,
  BuildPlan,
  BuildPlanBoard,
  BuildPlanInput,
  BuildPlanNotFound,
  Milestone,
  MilestoneInput,
  MilestoneNotFound,
  MilestoneOutside,
  ProgressReport,
  ProgressReportExists,
  ProgressReportInput,
  ProgressReportNotOwed,
} from './milestones.js';
import { collectors, readers } from './who.js';

const planId = z.object({ planId: Id.describe('建设计划标识 id of the build plan') });
const milestoneId = z.object({ milestoneId: Id.describe('里程碑标识 id of the milestone') });

export const milestoneOperations = {
  openBuildPlan: operation('post', '/build-plans', {
    summary: '建立建设计划 Open a build plan',
    scope: 'reporting.write',
    permits: collectors,
    creates: true,
    body: BuildPlanInput,
    returns: item(BuildPlan),
  }),
  buildPlans: operation('get', '/build-plans', {
    summary: '列出建设计划 List build plans',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    query: z.object(paging),
    returns: page(BuildPlan),
  }),
  buildPlanBoard: operation('get', '/build-plans/:planId/board', {
    summary: '查看建设计划看板 Look at the board of a build plan',
    description: 'Milestones of the acting organisation and below: how many, done, overdue; and who owes the last report.',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    params: planId,
    returns: value(BuildPlanBoard),
    fails: [BuildPlanNotFound],
  }),
  setMilestone: operation('post', '/build-plans/:planId/milestones', {
    summary: '设定里程碑 Set a milestone',
    scope: 'reporting.write',
    permits: collectors,
    creates: true,
    params: planId,
    body: MilestoneInput,
    returns: item(Milestone),
    fails: [BuildPlanNotFound, MilestoneOutside, NotFound],
  }),
  milestones: operation('get', '/build-plans/:planId/milestones', {
    summary: '列出里程碑 List the milestones of a build plan',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    params: planId,
    query: z.object({ ...paging, overdue: z.enum(['true']).optional().describe('只列逾期未完成的 only open ones past their day') }),
    returns: page(Milestone),
    fails: [BuildPlanNotFound],
  }),
  completeMilestone: operation('post', '/milestones/:milestoneId/complete', {
    summary: '完成里程碑 Complete a milestone',
    scope: 'reporting.write',
    permits: builders,
    params: milestoneId,
    body: z.strictObject({ doneOn: Day.describe('完成日期 day on which it was done') }),
    returns: item(Milestone),
    fails: [MilestoneNotFound],
  }),
  reopenMilestone: operation('post', '/milestones/:milestoneId/reopen', {
    summary: '重开里程碑 Reopen a milestone',
    scope: 'reporting.write',
    permits: collectors,
    params: milestoneId,
    returns: item(Milestone),
    fails: [MilestoneNotFound],
  }),
  fileProgressReport: operation('post', '/build-plans/:planId/reports', {
    summary: '报送周报、月报 File a weekly or monthly report',
    description: 'One for each organisation and week or month, by organisations with a milestone in the plan.',
    scope: 'reporting.write',
    permits: builders,
    reach: 'handedDown',
    creates: true,
    params: planId,
    body: ProgressReportInput,
    returns: item(ProgressReport),
    fails: [BuildPlanNotFound, ProgressReportExists, ProgressReportNotOwed, NotFound],
  }),
  progressReports: operation('get', '/build-plans/:planId/reports', {
    summary: '列出周报、月报 List weekly and monthly reports',
    scope: 'reporting.read',
    permits: readers,
    reach: 'handedDown',
    params: planId,
    query: z.object(paging),
    returns: page(ProgressReport),
    fails: [BuildPlanNotFound],
  }),
};
