import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { administrators, postRoles } from '../roles.js';
import { creatable, Id, item, page, paging, text } from '../shapes/shapes.js';
import {
  CodeInvalid,
  CodeTaken,
  Organisation,
  OrganisationCircle,
  OrganisationClosed,
  OrganisationId,
  OrganisationInUse,
  OrganisationKindCode,
  OrganisationMisplaced,
  organisationStates,
  OrganisationUnknown,
} from './organisations.js';

const { divisionCode, schoolCode, creditCode, schoolType, name, shortName } = Organisation.shape;

const everyRole = [...postRoles, 'app'] as const;
const params = z.object({ organisationId: OrganisationId });

export const organisationOperations = {
  organisation: operation('get', '/organisations/:organisationId', {
    summary: '查看组织 Read an organisation',
    scope: 'identity.read',
    permits: everyRole,
    params,
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
    scope: 'identity.write',
    permits: ['systemAdmin'],
    params,
    body: z.strictObject({ parent: Id.describe('新的上级 the new parent') }),
    returns: item(Organisation),
    fails: [OrganisationUnknown, OrganisationClosed, OrganisationMisplaced, OrganisationCircle],
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
