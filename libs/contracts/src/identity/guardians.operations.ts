import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { postRoles } from '../roles.js';
import { Id, item, page, paging, text, value } from '../shapes/shapes.js';
import {
  GuardianClaim,
  GuardianInvitation,
  GuardianOfPupil,
  GuardianRelation,
  GuardianUnknown,
  InvitationExpired,
  InvitationOwn,
  InvitationsMany,
  InvitationState,
  InvitationUnknown,
  InvitationWithCode,
  PupilNotInYourClass,
} from './guardians.js';
import { SignInLocked } from './internal.js';
import { OrganisationUnknown } from './organisations.js';
import {
  newAccount,
  NumberInvalid,
  PasswordWeak,
  PersonId,
  PersonMerged,
  PersonUnknown,
  UsernameIsNumber,
  UsernameTaken,
  WardUnknown,
} from './people.js';

const binders = ['schoolAdmin', 'rollManager', 'homeroomTeacher'] as const;
const params = z.object({ invitationId: Id.describe('邀请标识 id of the invitation') });
const ofPupil = z.object({ personId: PersonId });
const code = text(40).describe('邀请码，大小写与连字符不论 the code, in any case, with or without hyphens');

/** Guardians are bound by invitation and confirmed by the school. */
export const guardianOperations = {
  inviteGuardian: operation('post', '/people/:personId/guardian-invitations', {
    summary: '发出监护邀请 Offer a guardian invitation',
    description:
      '邀请码只显示这一次，十四天内有效，只能认领一次，可打印交给家长。 The code is shown this once, holds for fourteen days and for one claim, and may be printed.',
    scope: 'identity.write',
    permits: [...binders, 'guardian'],
    creates: true,
    params: ofPupil,
    returns: item(InvitationWithCode),
    fails: [PersonUnknown, PupilNotInYourClass, InvitationsMany],
  }),

  guardianInvitations: operation('get', '/organisations/:organisationId/guardian-invitations', {
    summary: '学校的监护邀请 List the guardian invitations of a school',
    scope: 'identity.read',
    permits: binders,
    params: z.object({ organisationId: Id.describe('学校标识 id of the school') }),
    query: z.object({ state: InvitationState.optional(), ...paging }),
    returns: page(GuardianInvitation),
    fails: [OrganisationUnknown],
  }),

  redeemInvitation: operation('post', '/guardian-invitations/redeem', {
    summary: '认领监护邀请 Claim a guardian invitation',
    description: '由已登录的人员认领；学校确认后方成为家长。 By somebody signed in; they are a guardian once the school confirms.',
    scope: 'identity.write',
    permits: postRoles,
    reach: 'public',
    body: z.strictObject({ code, relation: GuardianRelation }),
    returns: value(GuardianClaim),
    fails: [InvitationUnknown, InvitationExpired, InvitationOwn, SignInLocked],
  }),

  registerGuardian: operation('post', '/guardian-invitations/register', {
    summary: '凭监护邀请注册 Register with a guardian invitation',
    description:
      '尚无账号的家长凭邀请码登记本人并自设密码；学校确认后方可登录。 A newcomer registers with the code and chooses a password; they can sign in once the school confirms.',
    permits: 'anyone',
    reach: 'public',
    body: z.strictObject({
      code,
      relation: GuardianRelation,
      name: text(50).describe('姓名 name'),
      phone: z.string().max(20).nullable().default(null).describe('手机号码 phone'),
      ...newAccount,
    }),
    returns: value(GuardianClaim),
    fails: [InvitationUnknown, InvitationExpired, SignInLocked, NumberInvalid, UsernameTaken, UsernameIsNumber, PasswordWeak],
  }),

  confirmGuardian: operation('post', '/guardian-invitations/:invitationId/confirm', {
    summary: '确认家长 Confirm a guardian',
    scope: 'identity.write',
    permits: binders,
    params,
    returns: item(GuardianInvitation),
    fails: [InvitationUnknown, InvitationOwn, PupilNotInYourClass, WardUnknown],
  }),

  refuseGuardian: operation('post', '/guardian-invitations/:invitationId/refuse', {
    summary: '不予确认家长 Refuse a guardian',
    scope: 'identity.write',
    permits: binders,
    params,
    body: z.strictObject({ reason: text(200).describe('原因 why') }),
    returns: item(GuardianInvitation),
    fails: [InvitationUnknown, InvitationOwn, PupilNotInYourClass],
  }),

  revokeInvitation: operation('post', '/guardian-invitations/:invitationId/revoke', {
    summary: '撤回监护邀请 Revoke a guardian invitation',
    scope: 'identity.write',
    permits: [...binders, 'guardian'],
    params,
    returns: item(GuardianInvitation),
    fails: [InvitationUnknown, PupilNotInYourClass],
  }),

  guardiansOf: operation('get', '/people/:personId/guardians', {
    summary: '学生的家长 List the guardians of a pupil',
    scope: 'identity.read',
    permits: [...binders, 'teacher', 'guardian', 'pupil'],
    params: ofPupil,
    returns: value(z.object({ guardians: z.array(GuardianOfPupil).describe('家长 guardians') })),
    fails: [PersonUnknown, PersonMerged],
  }),

  unbindGuardian: operation('post', '/people/:personId/guardians/:postId/unbind', {
    summary: '解除监护关系 Unbind a guardian',
    description:
      '以该岗位登录的凭证立即失效；没有其他被监护人时岗位随之结束。 Tokens of the post stop at once; with no other ward, the post ends.',
    scope: 'identity.write',
    permits: ['schoolAdmin', 'rollManager'],
    params: z.object({ personId: PersonId, postId: Id.describe('家长岗位标识 id of the guardian’s post') }),
    body: z.strictObject({ reason: text(200).describe('原因 why') }),
    fails: [PersonUnknown, GuardianUnknown],
  }),
};
