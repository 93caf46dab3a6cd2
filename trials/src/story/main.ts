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
import { migrationStep } from './migration.js';
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
  ['resource tiers 微课：断点续传、逐级审核、紧急下架、采集', resourceTiersStep],
  ['courses 名师讲堂与课程覆盖', coursesStep],
  ['orders 电教教材征订', ordersStep],
  ['holdings 馆藏与借阅', holdingsStep],
  ['migration 从旧平台迁入', migrationStep],
  ['finding 查找、使用与推荐', findingStep],
  ['test paper 题库与组卷', testPaperStep],
  ['classrooms 专递课堂', classroomsStep],
  ['reporting 填报与审核', reportingStep],
  ['rules 校验规则', rulesStep],
  ['quarter 一个季度的时限', quarterWindowsStep],
  ['forms in Excel 在 Excel 中填报', formInExcelStep],
  ['levels 逐级审核', levelsStep],
  ['sitting 一次审完 200 所学校', sittingStep],
  ['county sheet 县级汇总表', countySheetStep],
  ['attachments 附件', attachmentsStep],
  ['added sections 本级增加的分节', addedSectionsStep],
  ['figures 指标、达标与快照', figuresStep],
  ['bulletins 通报、异议与更正', bulletinsStep],
  ['measures 大数据分析中心', measuresStep],
  ['posts 代理与移交', postsStep],
  ['places 组织变动与名称匹配', placesStep],
  ['sub-platforms 虚拟子平台', subPlatformsStep],
  ['incidents 网络安全事件', incidentsStep],
  ['assessment 督导考核', assessmentStep],
  ['surveys 满意度测评与专项资金', surveysStep],
  ['milestones 建设计划与周报', milestonesStep],
  ['year and warnings 预警与年终总结', yearAndWarningsStep],
  ['activities 电脑制作活动', activitiesStep],
  ['call 课程征集与精品课', callsStep],
  ['consents 监护同意', consentsStep],
  ['federation 同步', federationStep],
];

/** Chapters in which the platform has to call a program of ours on this machine. `--apart`: it runs where it cannot, in containers. */
const calledBack: ReadonlySet<unknown> = new Set([upstreamStep, appsStep]);

// `--own`: on a platform that is started for it and ended with it, as CI plays it.
const platform = values.own ? await TrialPlatform.start('story') : undefined;
const home = platform?.home ?? values.home;
try {
  const world = await openWorld({ ...(home && { home }), ...(values.restart && { restart: values.restart }) });
  console.log(`The story, run ${world.run}, at ${world.origin}`);
  for (const [index, [name, step]] of steps.entries()) {
    const isLeftOut = values.apart && calledBack.has(step);
    console.log(`${index + 1}. ${name}${isLeftOut ? '：略过，平台够不到本机 left out: the platform does not reach this machine' : ''}`);
    if (!isLeftOut) await step(world);
  }
  console.log('The story is as told.');
} catch (error) {
  console.error(`✗ ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await platform?.stop();
}
