import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { administrators } from '../roles.js';
import { Id, item, value } from '../shapes/shapes.js';
import { OrganisationClosed, OrganisationUnknown } from './organisations.js';
import { SignInPolicy, SignInPolicyInForce, SignInPolicyLaxer, SignInRules } from './sign-in-policies.js';

const params = z.object({ organisationId: Id.describe('组织标识 id of the organisation') });

export const signInPolicyOperations = {
  signInPolicy: operation('get', '/organisations/:organisationId/sign-in-policy', {
    summary: '适用的登录规则 Read the rules for signing in that apply',
    scope: 'identity.read',
    permits: [...administrators, 'securityAdmin', 'auditAdmin'],
    params,
    returns: value(SignInPolicyInForce),
    fails: [OrganisationUnknown],
  }),

  setSignInPolicy: operation('post', '/organisations/:organisationId/sign-in-policy', {
    summary: '制定登录规则 Set the rules for signing in',
    description:
      '对本组织及未另行制定规则的下级生效，不得比上级更宽松。 They hold here and below where nothing else is set, and may not be laxer than those above.',
    scope: 'identity.write',
    permits: ['systemAdmin', 'securityAdmin'],
    params,
    body: SignInRules,
    returns: item(SignInPolicy),
    fails: [OrganisationUnknown, OrganisationClosed, SignInPolicyLaxer],
  }),
};
