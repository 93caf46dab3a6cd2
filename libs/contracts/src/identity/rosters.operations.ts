import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { FileUnknown } from '../files/files.js';
import { schoolStaff } from '../roles.js';
import { Job, jobOperations, JobRightsLost, MadeFile } from '../shapes/jobs.js';
import { Day, Id, page, paging, text, value } from '../shapes/shapes.js';
import { OrganisationClosed, OrganisationUnknown } from './organisations.js';
import { PersonOfOrganisation } from './people.js';
import { SourceNotYours } from './person-sources.js';
import { RosterDrops, RosterInFuture, RosterMisplaced, RosterResult, RosterUnreadable } from './rosters.js';

const params = z.object({ organisationId: Id.describe('学校标识 id of the school') });
const importers = ['systemAdmin', 'schoolAdmin', 'rollManager', 'app'] as const;
const mostDropped = z
  .number()
  .min(0)
  .max(1)
  .default(0.2)
  .describe('一个班离开的学生超过此比例时须确认 share of a class that may leave without confirmation');
const readers = [...schoolStaff, 'rollManager', 'systemAdmin', 'app'] as const;

export const rosterOperations = {
  importRoster: operation('post', '/organisations/:organisationId/roster', {
    summary: '导入名单 Import a roster',
    description:
      'OneRoster 1.2 或 Microsoft SDS v2.1 的 CSV 文本。出错的行逐条列出，其余照常导入；同一文件再次导入不产生变更，中断的导入重发即可续完。 ' +
      'The texts of OneRoster 1.2 or Microsoft SDS v2.1 CSV files. Rows with errors are listed, the others go in; the same files again change nothing, so an import that was cut off is finished by sending it again.',
    scope: 'identity.write',
    permits: ['systemAdmin', 'schoolAdmin', 'rollManager', 'app'],
    params,
    body: z.strictObject({
      files: z
        .record(z.string().max(60), text(256 * 1024, 0))
        .describe('文件名（不含 .csv）与文本 file names without .csv, and their texts'),
      mostDropped,
      confirmed: z
        .boolean()
        .default(false)
        .describe('已核对过将失去较多学生的班级 whether somebody has looked at the classes that would lose many pupils'),
    }),
    returns: value(RosterResult),
    fails: [OrganisationUnknown, OrganisationClosed, RosterUnreadable, RosterMisplaced, RosterDrops],
  }),

  importRosterFile: operation('post', '/organisations/:organisationId/roster-imports', {
    summary: '从文件导入名单（后台任务） Import a roster from a file, as a job',
    description:
      '文件先经 files 上传：Excel、CSV（UTF-8 或 GB18030）、OneRoster 1.2 或 SDS v2.1 的 zip、学籍系统导出表。对上级部门导入时，表格每行须写明学校，zip 按其 orgs 分到各校。 ' +
      'The file is uploaded first: Excel, CSV (UTF-8 or GB18030), a zip of OneRoster 1.2 or SDS v2.1, an export of the 学籍 system. At an authority each row of a table names its school, and a zip goes to the schools its orgs name.',
    scope: 'identity.write',
    permits: importers,
    creates: true,
    params,
    body: z.strictObject({
      file: Id.describe('文件标识 id of the file'),
      mode: z
        .enum(['merge', 'replace'])
        .default('merge')
        .describe(
          'merge 只增改；replace 视为所列班级的完整名单，不在其中的学生离班 merge adds and changes; replace takes the file as the whole list of its classes',
        ),
      dryRun: z.boolean().default(false).describe('只检查，不写入 only check, write nothing'),
      source: z
        .enum(['roster', 'roll', 'staffSystem'])
        .default('roster')
        .describe(
          '来源：roster 名单、roll 学籍系统导出（只含学生与家长）、staffSystem 教师系统导出（只含教师） where it comes from: a roster, an export of the 学籍 system (pupils and guardians alone) or of the 教师 system (teachers alone)',
        ),
      asOf: Day.optional().describe(
        '数据截至日期，默认今天；此后已知的内容不被覆盖 as of which day its data are; today unless given. What is known from later stays',
      ),
      mostDropped,
    }),
    returns: value(Job),
    fails: [
      OrganisationUnknown,
      OrganisationClosed,
      FileUnknown,
      RosterUnreadable,
      RosterMisplaced,
      RosterInFuture,
      JobRightsLost,
      SourceNotYours,
    ],
  }),

  exportRoster: operation('post', '/organisations/:organisationId/roster-exports', {
    summary: '导出名单（后台任务） Export a roster, as a job',
    description:
      '文件含全名与号码，只有下达者可在一天内下载，理由记入审计。 The file holds names and numbers in full; only who ordered it can download it, for a day, and the reason is audited.',
    scope: 'identity.read',
    permits: ['systemAdmin', 'schoolAdmin', 'rollManager'],
    creates: true,
    params,
    body: z.strictObject({
      format: z
        .enum(['excel', 'oneroster', 'sds'])
        .describe(
          '格式：Excel、OneRoster 1.2 CSV zip 或 Microsoft SDS v2.1 zip format: Excel, or a zip of OneRoster 1.2 or Microsoft SDS v2.1 CSV files',
        ),
      reason: text(200, 2).describe('导出理由 why it is needed'),
    }),
    returns: value(Job),
    fails: [OrganisationUnknown, OrganisationClosed, JobRightsLost],
  }),

  rosterTemplate: operation('post', '/roster-template', {
    summary: '名单模板 Make a roster template to fill in',
    description: '各列为文本，可选项下拉；用 files.link 下载。 Its columns are text, its lists drop down; download it by files.link.',
    scope: 'identity.read',
    permits: importers,
    returns: value(MadeFile),
  }),

  ...jobOperations('/jobs', { read: 'identity.read', write: 'identity.write' }, importers),

  pupils: operation('get', '/organisations/:organisationId/pupils', {
    summary: '学校的学生 List the pupils of a school',
    scope: 'identity.read',
    permits: readers,
    params,
    query: z.object({ class: Id.optional().describe('班级标识 id of a class'), ...paging }),
    returns: page(PersonOfOrganisation),
    fails: [OrganisationUnknown],
  }),
};
