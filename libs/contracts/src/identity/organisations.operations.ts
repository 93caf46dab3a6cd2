import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { administrators, postRoles } from '../roles.js';
import { Job, JobRightsLost } from '../shapes/jobs.js';
import { creatable, Day, Id, item, page, paging, text, value } from '../shapes/shapes.js';
import {
  CodeInvalid,
  CodeTaken,
  MoveTooLate,
  Organisation,
  OrganisationCircle,
  OrganisationClosed,
  OrganisationId,
  OrganisationInUse,
  OrganisationKindCode,
  OrganisationMerging,
  OrganisationMisplaced,
  OrganisationTooLarge,
  OrganisationUnmergeable,
  PlannedMoveUnknown,
  organisationStates,
  OrganisationUnknown,
} from './organisations.js';

const { divisionCode, schoolCode, creditCode, schoolType, name, shortName } = Organisation.shape;

const everyRole = [...postRoles, 'app'] as const;
const asOf = Day.optional().describe('查看该日的情形，缺省为现在 as it was on this day; absent: as it is');
const params = z.object({ organisationId: OrganisationId });

/** What stands in the way of a merger, however large. */
const mergingFailures = [
  OrganisationUnknown,
  OrganisationClosed,
  OrganisationUnmergeable,
  OrganisationMisplaced,
  OrganisationCircle,
  OrganisationMerging,
];
const into = Id.describe('并入的组织 the organisation that takes it in');

export const organisationOperations = {
  organisation: operation('get', '/organisations/:organisationId', {
    summary: '查看组织 Read an organisation',
    description:
      '可查看过去某日的名称、隶属、类别与状态；能看谁由现在的隶属决定。 Also as it was on a day of the past; who may be read is decided by the tree of now.',
    scope: 'identity.read',
    permits: everyRole,
    params,
    query: z.object({ asOf }),
    returns: item(Organisation),
    fails: [OrganisationUnknown],
  }),

  organisations: operation('get', '/organisations', {
    summary: '查询组织 Find organisations',
    scope: 'identity.read',
    permits: everyRole,
    query: z.object({
      name: text(50).optional().describe('名称片段 a piece of the name'),
      kind: OrganisationKindCode.optional(),
      below: Id.optional().describe('只查该组织的直接下级 only what stands directly below this one'),
      divisionCode: z
        .string()
        .regex(/^\d{6}$/)
        .optional()
        .describe('区划代码 division code'),
      territory: z
        .string()
        .regex(/^(\d{2}|\d{4}|\d{6})$/)
        .optional()
        .describe('属地：省、市、县代码（2、4、6 位，末尾的 00 可省）范围内的全部组织 all that stands in this province, city or county'),
      within: Id.optional().describe('只查该组织及其全部下级 only this organisation and everything below it'),
      state: z.enum(organisationStates).optional().describe('状态 state'),
      planned: z.enum(['true', 'false']).optional().describe('是否有计划中的隶属变更 whether a move is planned'),
      asOf,
      schoolCode: z
        .string()
        .regex(/^\d{10}$/)
        .optional()
        .describe('学校标识码 national school code'),
      ...paging,
    }),
    returns: page(Organisation),
  }),

  registerOrganisation: operation('post', '/organisations', {
    summary: '登记组织 Register an organisation',
    scope: 'identity.write',
    permits: ['systemAdmin'],
    creates: true,
    body: z.strictObject({
      ...creatable,
      parent: Id.describe('隶属 the organisation that manages it'),
      kind: OrganisationKindCode,
      name,
      shortName: shortName.default(null),
      divisionCode: divisionCode.default(null),
      schoolCode: schoolCode.default(null),
      creditCode: creditCode.default(null),
      schoolType: schoolType.default(null),
    }),
    returns: item(Organisation),
    fails: [OrganisationUnknown, OrganisationClosed, OrganisationMisplaced, CodeTaken, CodeInvalid],
  }),

  changeOrganisation: operation('patch', '/organisations/:organisationId', {
    summary: '变更组织信息 Change an organisation',
    description: '更名时原名称记入曾用名。 A new name keeps the old one among the former ',
    scope: 'identity.write',
    permits: administrators,
    guarded: true,
    params,
    body: z.strictObject({
      name: name.optional(),
      shortName: shortName.optional(),
      divisionCode: divisionCode.optional(),
      schoolCode: schoolCode.optional(),
      creditCode: creditCode.optional(),
      schoolType: schoolType.optional(),
    }),
    returns: item(Organisation),
    fails: [OrganisationUnknown, OrganisationClosed, CodeTaken, CodeInvalid],
  }),

  moveOrganisation: operation('post', '/organisations/:organisationId/move', {
    summary: '变更隶属 Move an organisation under another parent',
    description:
      '下级随之变更；给出将来的日期则为计划，到当日零时（北京时间）执行，新计划替代旧计划。 ' +
      'What stands below goes along. With a day to come the move is planned and made as that day begins in Beijing; a new plan replaces the old.',
    scope: 'identity.write',
    permits: ['systemAdmin'],
    params,
    body: z.strictObject({
      parent: Id.describe('新的上级 the new parent'),
      from: Day.optional().describe('生效日期，缺省为今天 first day under the new parent; today unless said'),
    }),
    returns: item(Organisation),
    fails: [OrganisationUnknown, OrganisationClosed, OrganisationMisplaced, OrganisationCircle, MoveTooLate],
  }),

  cancelPlannedMove: operation('post', '/organisations/:organisationId/planned-move/cancel', {
    summary: '取消计划中的隶属变更 Cancel a planned move to another parent',
    scope: 'identity.write',
    permits: ['systemAdmin'],
    params,
    returns: item(Organisation),
    fails: [OrganisationUnknown, PlannedMoveUnknown],
  }),

  mergeOrganisation: operation('post', '/organisations/:organisationId/merge', {
    summary: '合并组织 Merge an organisation into another',
    description:
      '人员、岗位、账号、班级、应用选用与下级组织转入并入的组织，代码不再分配；此后它列在并入的组织之下，留下的记录仍可查。 ' +
      'People, posts, accounts, classes, selections and what stands below pass over; its codes are never given again. It then stands below its successor, so that the records it left stay within reach.',
    scope: 'identity.write',
    permits: ['systemAdmin'],
    params,
    body: z.strictObject({ into }),
    returns: item(Organisation),
    fails: [...mergingFailures, OrganisationTooLarge],
  }),

  mergeLargeOrganisation: operation('post', '/organisations/:organisationId/mergers', {
    summary: '合并组织，不限大小（后台任务） Merge an organisation of any size into another, as a job',
    description:
      '分批转入，每批一次提交；中断后接着做，取消则已转入的留在并入的组织，可再次合并。最后一批把其余的一并转入并注明已合并，结果与一次合并相同。 ' +
      'What lives passes over in portions, each a commit of its own; cut off, it goes on where it was, and called off, what has passed over stays there and the rest may be merged again. The last commit takes the rest and says merged: the end is that of a merger in one commit.',
    scope: 'identity.write',
    permits: ['systemAdmin'],
    creates: true,
    params,
    body: z.strictObject({ into }),
    returns: value(Job),
    fails: [...mergingFailures, JobRightsLost],
  }),

  closeOrganisation: operation('post', '/organisations/:organisationId/close', {
    summary: '撤销组织 Close an organisation',
    description: '岗位与应用选用随之结束，代码不再分配。 Its posts and selections end; its codes are never given again.',
    scope: 'identity.write',
    permits: ['systemAdmin'],
    params,
    returns: item(Organisation),
    fails: [OrganisationUnknown, OrganisationInUse],
  }),
};
