import { z } from 'zod';
import { FileUnknown } from '../files/files.js';
import { operation } from '../machinery/operation.js';
import { Job, jobOperations, JobRightsLost, JobUnknown, MadeFile } from '../shapes/jobs.js';
import { Id, page, paging, text, value } from '../shapes/shapes.js';
import { HarvestSourceNotFound } from './harvest-sources.js';
import { migrators } from './life-cycle.js';
import {
  MigratedResource,
  MigrationArchiveElsewhere,
  MigrationDuplicate,
  MigrationInput,
  MigrationKeeperUnfit,
  MigrationManySteps,
  MigrationNotReviewer,
  MigrationReasonNeeded,
  MigrationUnreadable,
  TakeOverTerms,
} from './migrations.js';

const { confirmJob: _, ...following } = jobOperations('/resource-jobs', { read: 'resources.read', write: 'resources.write' }, migrators);

/** Resources of another platform, brought with their files and with where they come from. */
export const migrationOperations = {
  migrateResources: operation('post', '/resource-migrations', {
    summary: '从其他平台迁入资源（后台任务） Bring resources from another platform, as a job',
    description:
      '清单先经 files 上传（用途 migration），文件装入压缩包上传（用途 archive），或逐个上传（用途 resource）后以其标识指称。以“原平台＋编号”认出已迁入的：清单未变则不动，行有变化则成为修改，此处改过而清单未变的字段保留。内容或标题与已有资源相同的行不迁入，见重复项。 ' +
      'The list is sent first, for `migration`; files come in zips, sent for `archive`, or one by one, sent for `resource` and named by id. What was brought is known again by platform and id there: the same row changes nothing, a changed one makes an edit and leaves alone what was changed here. Rows whose content or title is here already are left and listed as duplicates.',
    scope: 'resources.write',
    permits: migrators,
    creates: true,
    body: MigrationInput,
    returns: value(Job),
    fails: [
      FileUnknown,
      MigrationUnreadable,
      MigrationArchiveElsewhere,
      MigrationReasonNeeded,
      MigrationNotReviewer,
      MigrationManySteps,
      MigrationKeeperUnfit,
      JobRightsLost,
    ],
  }),
  takeOverHarvested: operation('post', '/harvest-sources/:sourceId/take-over', {
    summary: '把采集记录纳入目录（后台任务） Take harvested records over into the catalogue, as a job',
    description:
      '按同样的规则迁入该采集源的全部现有记录；学段、学科、类型认不出的用 defaults。对方此后注销的作标记，已在此处发布的即列入复查，逾期未复查则下架。 ' +
      'All records the source has now, by the rules of a migration; `defaults` hold where stage, subject or type cannot be told. What the other platform deletes later is marked; where it is published here, its tiers are to check it again, and it leaves when nobody does.',
    scope: 'resources.write',
    permits: migrators,
    creates: true,
    params: z.object({ sourceId: Id.describe('采集源标识 id of the source') }),
    body: TakeOverTerms,
    returns: value(Job),
    fails: [HarvestSourceNotFound, MigrationKeeperUnfit, JobRightsLost],
  }),
  migrationTemplate: operation('post', '/resource-migration-template', {
    summary: '迁移清单模板 Make an empty list for a migration',
    description: '可选项下拉；用 files.link 下载。 What may be chosen drops down; download it by files.link.',
    scope: 'resources.read',
    permits: migrators,
    returns: value(MadeFile),
  }),
  ...following,
  migrationDuplicates: operation('get', '/resource-jobs/:jobId/duplicates', {
    summary: '迁移中的重复项 List the duplicates a migration has left',
    scope: 'resources.read',
    permits: migrators,
    params: z.object({ jobId: Id.describe('后台任务标识 id of the job') }),
    query: z.object(paging),
    returns: page(MigrationDuplicate),
    fails: [JobUnknown],
  }),
  migratedResources: operation('get', '/migrated-resources', {
    summary: '迁入记录 List what was brought from other platforms',
    description: '由原平台的编号或网址找到此处的资源，旧链接可据此转向。 Finds the resource here by its id there: old links can be led on.',
    scope: 'resources.read',
    permits: migrators,
    query: z.object({
      platform: text(500).optional().describe('原平台 only from this platform'),
      idThere: text(200).optional().describe('在原平台的编号 only what has this id there'),
      resource: Id.optional().describe('只查该资源 only where this resource comes from'),
      gone: z.stringbool().optional().describe('true 只列原平台已注销的 true: only those deleted there'),
      ...paging,
    }),
    returns: page(MigratedResource),
  }),
};
