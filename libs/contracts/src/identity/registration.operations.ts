import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { postRoles } from '../roles.js';
import { Id, page, paging, value } from '../shapes/shapes.js';
import { OrganisationUnknown } from './organisations.js';
import { Registrants, Registration, RegistrationBelow, RegistrationTarget } from './registration.js';

const params = z.object({ organisationId: Id.describe('组织标识 id of the organisation') });
const staff = postRoles.filter(
  (role): role is Exclude<typeof role, 'pupil' | 'guardian' | 'vendor'> => role !== 'pupil' && role !== 'guardian' && role !== 'vendor',
);

export const registrationOperations = {
  registration: operation('get', '/organisations/:organisationId/registration', {
    summary: '注册率 Registration rates of a subtree',
    description:
      '本组织及下级：教师、学生、家长中已开通并使用账号的比例，与目标对照。 Of the organisation and all below: the share of teachers, pupils and guardians who have an account and have used it, against the target.',
    scope: 'identity.read',
    permits: [...staff, 'app'],
    params,
    returns: value(Registration),
    fails: [OrganisationUnknown],
  }),

  registrationBelow: operation('get', '/organisations/:organisationId/registration/below', {
    summary: '各下级组织的注册率 Registration rates of each organisation below',
    description:
      '直接下级组织各一行，各含其全部下级；按名称排列。 One row for each organisation directly below, with all below it; by name.',
    scope: 'identity.read',
    permits: [...staff, 'app'],
    params,
    query: z.object({ ...paging, who: Registrants.default('teachers') }),
    returns: page(RegistrationBelow),
    fails: [OrganisationUnknown],
  }),

  setRegistrationTarget: operation('post', '/organisations/:organisationId/registration-target', {
    summary: '设定注册率目标 Set a target of registration rates',
    scope: 'identity.write',
    permits: ['systemAdmin'],
    params,
    body: z.strictObject({ who: Registrants, rate: z.number().min(0).max(1).describe('目标注册率 rate to be reached') }),
    returns: value(RegistrationTarget),
    fails: [OrganisationUnknown],
  }),
};
