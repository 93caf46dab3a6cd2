import { parseArgs } from 'node:util';
import { activitiesStep } from './activities.js';
import { appsStep } from './apps.js';
import { assessmentStep } from './assessment.js';
import { bulletinsStep } from './bulletins.js';
import { callsStep } from './calls.js';
import { classroomsStep } from './classrooms.js';
import { coursesStep } from './courses.js';
import { consentsStep } from './consents.js';
import { federationStep } from './federation.js';
import { identityStep } from './identity.js';
import { incidentsStep } from './incidents.js';
import { levelsStep } from './levels.js';
import { rosterFilesStep } from './roster-files.js';
import { holdingsStep } from './holdings.js';
import { ordersStep } from './orders.js';
import { oneRosterStep } from './one-roster.js';
import { openWorld } from './open-world.js';
import { placesStep } from './places.js';
import { subPlatformsStep } from './sub-platforms.js';
import { postsStep } from './posts.js';
import { pupilsStep } from './pupils.js';
import { measuresStep } from './measures.js';
import { milestonesStep } from './milestones.js';
import { surveysStep } from './surveys.js';
import { switchingStep } from './switching.js';
import { upstreamStep } from './upstream.js';
import { addedSectionsStep } from './added-sections.js';
import { attachmentsStep } from './attachments.js';
import { formInExcelStep } from './form-in-excel.js';
import { countySheetStep } from './county-sheet.js';
import { quarterWindowsStep } from './quarter-windows.js';
import { figuresStep } from './figures.js';
import { reportingStep } from './reporting.js';
import { rulesStep } from './rules.js';
import { sittingStep } from './sitting.js';
import { findingStep } from './finding.js';
import { testPaperStep } from './test-paper.js';
import { resourcesStep } from './resources.js';
import { resourceTiersStep } from './resource-tiers.js';
import { yearAndWarningsStep } from './year-and-warnings.js';
import type { World } from './world.js';
import { TrialPlatform } from '../trial-platform.js';

const { values } = parseArgs({
  options: {
    restart: { type: 'string' },
    home: { type: 'string' },
    own: { type: 'boolean', default: false },
    apart: { type: 'boolean', default: false },
  },
});

const steps: readonly [string, (world: World) => Promise<void>][] = [
  ['identity 统一认证与名单', identityStep],
  ['switching 切换身份', switchingStep],
  ['upstream 上级平台统一认证', upstreamStep],
  ['rosters 名单文件', rosterFilesStep],
  ['pupils 升级与转学', pupilsStep],
  ['apps 应用中心', appsStep],
  ['one-roster 名单与成绩册', oneRosterStep],
  ['resources 资源', resourcesStep],
