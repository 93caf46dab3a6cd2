import { z } from 'zod';
import { tableFaults } from '../files/files.js';
import { refusal } from '../machinery/refusal.js';
import { Id, Instant, text } from '../shapes/shapes.js';
import { Stage, Subject } from '../shapes/teaching.js';
import { Licence, ResourceType } from './content.js';

/** Rows of one list: whoever has more sends several. */
export const mostMigratedRows = 100_000;

/** 迁入身份: as a draft that its keeper completes and submits, or shown at once by the tier that has reviewed it before. */
export const migrationEntries = ['draft', 'published'] as const;

/** How resources from another platform enter, whichever way they are told of. */
export const MigrationTerms = z.strictObject({
  enter: z
    .enum(migrationEntries)
    .default('draft')
    .describe(
      '迁入身份：draft 草稿；published 由本级直接发布，只有本级审核员可用，须写理由 as a draft, or shown at once by the acting tier: for its reviewers alone, with a reason',
    ),
  reason: text(500)
    .optional()
    .describe('直接发布的理由，如“原平台已审” why it is published without another review; needed for `published`'),
  keeper: Id.optional().describe(
    '著录人：迁入后由其修改、送审；缺省为下达者，须有教师、教研员或学校管理员岗位 who keeps what is brought, completes it and submits it; the caller unless said; a teacher, 教研员 or school administrator at or below the acting organisation',
  ),
  sameTitle: z
    .enum(['leave', 'bring'])
    .default('leave')
    .describe(
      '与已有资源标题、学段、学科、单位相同的行：leave 不迁入并列出，bring 照样迁入 rows whose title, stage, subject and organisation are there already: left and listed, or brought all the same',
    ),
  defaults: z
    .strictObject({ type: ResourceType, stage: Stage, subject: Subject, licence: Licence })
    .partial()
    .default({})
    .describe('行中没有写明时的取值 what holds where a row does not say it'),
  dryRun: z.boolean().default(false).describe('只检查，不写入 only check, write nothing'),
});
export type MigrationTerms = z.output<typeof MigrationTerms>;

/** What was harvested says too little to be shown at once: it is taken over as drafts. */
export const TakeOverTerms = MigrationTerms.omit({ enter: true, reason: true }).extend({
  keeper: Id.describe('著录人：由其补全、送审 who keeps what is taken over, completes it and submits it'),
});

export const MigrationInput = MigrationTerms.extend({
  platform: text(60).describe('原平台名称，同一平台每次写法须一致 name of the platform they come from, the same each time'),
  list: Id.describe(
    '清单文件（用途 migration）：Excel、CSV，或 LOM（GB/T 21365）XML 及其压缩包 id of the list, sent for `migration`: Excel, CSV, or XML of LOM (GB/T 21365), a zip of such files too',
  ),
  archives: z
    .array(Id)
    .max(50)
    .default([])
    .describe(
      '装有文件的压缩包（用途 archive），清单用包内路径指称 zips with the files, sent for `archive`; the list names files by their path within',
    ),
});

/** 迁入记录: where a resource comes from that was brought from another platform. */
export const MigratedResource = z
  .object({
    id: Id.describe('标识 id'),
    organisation: Id.describe('迁入单位 organisation that brought it'),
    platform: z.string().describe('原平台；采集来的为其 OAI-PMH 地址 platform it comes from; of a harvested one its repository'),
    idThere: z.string().describe('在原平台的编号 its id there'),
    address: z.string().nullable().describe('在原平台的网址 its address there'),
    resource: Id.nullable().describe('迁入后的资源；草稿被删除后为空 resource it became; null once that draft was discarded'),
    job: Id.describe('迁入它的后台任务 job that brought it'),
    broughtBy: Id.describe('下达迁移的人 who ordered that'),
    broughtAt: Instant.describe('迁入时间 when it was brought'),
    changedAt: Instant.nullable().describe('再次迁移时改动的时间 when a later list changed it'),
    goneAt: Instant.nullable().describe('原平台注销它的时间，只对采集来的 when the other platform deleted it; of harvested ones alone'),
  })
  .meta({ id: 'MigratedResource' });
export type MigratedResource = z.output<typeof MigratedResource>;

/** 重复项: a row that was left because it is here already. */
export const MigrationDuplicate = z
  .object({
    file: z.string().describe('工作表 sheet'),
    line: z.int().describe('行号 line'),
    idThere: z.string().describe('在原平台的编号 its id there'),
    by: z
      .enum(['content', 'title'])
      .describe('依据：主文件内容相同，或标题、学段、学科、单位相同 told by its main file, or by title, stage, subject and organisation'),
    existing: Id.nullable().describe(
      '已有的资源；与清单中前面一行重复而尚未写入时为空 resource that is here; null where it is an earlier row of a list that was only checked',
    ),
    sameAsLine: z.int().nullable().describe('与清单中哪一行重复 earlier line of the list it repeats'),
  })
  .meta({ id: 'MigrationDuplicate' });
export type MigrationDuplicate = z.output<typeof MigrationDuplicate>;

export const MigrationUnreadable = refusal(
  'migration.unreadable',
  422,
  { zh: '清单或压缩包无法读取（{file}：{reason}）', en: 'A list or archive cannot be read ({file}: {reason})' },
  z.strictObject({ file: z.string(), reason: z.enum(tableFaults) }),
);
export const MigrationArchiveElsewhere = refusal(
  'migration.archive_elsewhere',
  409,
  {
    zh: '压缩包“{file}”是为其他单位上传的，请以本单位身份重新上传',
    en: '“{file}” was sent for another organisation; send it again for the acting one',
  },
  z.strictObject({ file: z.string() }),
);
export const MigrationReasonNeeded = refusal('migration.reason_needed', 422, {
  zh: '直接发布须写理由',
  en: 'Say why it is published without another review',
});
export const MigrationNotReviewer = refusal('migration.not_reviewer', 409, {
  zh: '只有本级审核员可以直接发布迁入的资源',
  en: 'Only reviewers of the tier publish what is brought without another review',
});
export const MigrationManySteps = refusal(
  'migration.many_steps',
  409,
  {
    zh: '本级须经{steps}，由不同的人办理，不能由一人直接发布；请以草稿迁入',
    en: 'The tier asks for {steps} by different people; one person cannot publish. Bring drafts',
  },
  z.strictObject({ steps: z.array(z.string()) }),
);
export const MigrationKeeperUnfit = refusal('migration.keeper_unfit', 422, {
  zh: '著录人须是本单位或下级的教师、教研员或学校管理员',
  en: 'A keeper is a teacher, 教研员 or school administrator of the acting organisation or one below',
});
