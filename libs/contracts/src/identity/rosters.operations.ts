import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { schoolStaff } from '../roles.js';
import { Id, page, paging, text, value } from '../shapes/shapes.js';
import { OrganisationClosed, OrganisationUnknown } from './organisations.js';
import { PersonOfOrganisation } from './people.js';
import { RosterMisplaced, RosterResult, RosterUnreadable } from './rosters.js';

const params = z.object({ organisationId: Id.describe('学校标识 id of the school') });
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
    }),
    returns: value(RosterResult),
    fails: [OrganisationUnknown, OrganisationClosed, RosterUnreadable, RosterMisplaced],
  }),

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
