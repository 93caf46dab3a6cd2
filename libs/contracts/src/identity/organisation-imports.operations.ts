import { z } from 'zod';
import { FileUnknown } from '../files/files.js';
import { operation } from '../machinery/operation.js';
import { Job, JobRightsLost, MadeFile } from '../shapes/jobs.js';
import { Id, value } from '../shapes/shapes.js';
import { OrganisationClosed, OrganisationUnknown } from './organisations.js';
import { RosterUnreadable } from './rosters.js';

/** Lists of organisations: the first list of a region's schools, and what changes in it later. */
export const organisationImportOperations = {
  importOrganisations: operation('post', '/organisations/:organisationId/organisation-imports', {
    summary: '从文件导入组织（后台任务） Import organisations from a file, as a job',
    description:
      '文件先经 files 上传（用途 organisations）：Excel 或 CSV。按学校标识码、统一社会信用代码或区划代码认出已登记的组织，没有代码的按上级与名称；空格不改变已知内容，同一文件再次导入不产生变更。上级可用代码或名称指出，可以是同一文件中的另一行；隶属变更可写将来的生效日期，更名即时生效。 ' +
      'The file is uploaded first, for `organisations`: Excel or CSV. What is registered is known again by its school, credit or division code, without one by its name below its parent; empty cells change nothing, and the same file again changes nothing. A parent is named by code or name and may be another row of the file; a move may be planned for a day to come, a new name holds at once.',
    scope: 'identity.write',
    permits: ['systemAdmin'],
    creates: true,
    params: z.object({
      organisationId: Id.describe('组织标识：名单中的组织都在它之下 id of the organisation below which all of them stand'),
    }),
    body: z.strictObject({
      file: Id.describe('文件标识 id of the file'),
      dryRun: z.boolean().default(false).describe('只检查，不写入 only check, write nothing'),
    }),
    returns: value(Job),
    fails: [OrganisationUnknown, OrganisationClosed, FileUnknown, RosterUnreadable, JobRightsLost],
  }),

  organisationTemplate: operation('post', '/organisation-template', {
    summary: '组织表模板 Make a table of organisations to fill in',
    description: '各列为文本，可选项下拉；用 files.link 下载。 Its columns are text, its lists drop down; download it by files.link.',
    scope: 'identity.read',
    permits: ['systemAdmin'],
    returns: value(MadeFile),
  }),
};
