import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { administrators } from '../roles.js';
import { Job, JobRightsLost } from '../shapes/jobs.js';
import { Id, value } from '../shapes/shapes.js';
import { OrganisationClosed, OrganisationUnknown } from './organisations.js';
import { PostNotGrantable, PostRoleCode, UsernameIsNumber } from './people.js';
import { ClassEnded, ClassUnknown } from './rosters.js';

/** Accounts of many at once, as they are handed out at the beginning of a school year. */
export const accountOpeningOperations = {
  openAccounts: operation('post', '/organisations/:organisationId/account-openings', {
    summary: '批量开通账号（后台任务） Open accounts for a class or school, as a job',
    description:
      '为还没有账号的人开通账号，每班生成一份一次性密码账号单；文件只有下达者能下载，一小时后删除，密码不再显示。 ' +
      'Accounts for those who have none, with slips of one-time passwords, a file for each class: only who ordered them can download it, within an hour, and no password is ever shown again.',
    scope: 'identity.write',
    permits: [...administrators, 'rollManager'],
    creates: true,
    params: z.object({ organisationId: Id.describe('组织标识 id of the organisation') }),
    body: z.strictObject({
      roles: z.array(PostRoleCode).min(1).max(10).describe('为在此担任这些岗位的人 for those who hold these posts here'),
      class: Id.optional().describe('只为该班的人 only for those of this class'),
      prefix: z
        .string()
        .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{1,29}$/u, 'username.form')
        .describe('用户名前缀，其后为序号，如 lcyx2026 得 lcyx2026001 what usernames begin with; a number follows'),
      renew: z
        .boolean()
        .default(false)
        .describe('账号已开通而从未改密的，换发一次性密码 whether those who never used their one-time password get another'),
      format: z.enum(['pdf', 'docx', 'xlsx']).default('pdf').describe('账号单格式 format of the slips'),
    }),
    returns: value(Job),
    fails: [OrganisationUnknown, OrganisationClosed, ClassUnknown, ClassEnded, PostNotGrantable, UsernameIsNumber, JobRightsLost],
  }),
};
