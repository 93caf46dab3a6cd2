import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { administrators, postRoles, schoolStaff } from '../roles.js';
import { creatable, Day, Id, item, page, paging, text, value } from '../shapes/shapes.js';
import { ConsentMissing } from './consents.js';
import { OrganisationClosed, OrganisationUnknown } from './organisations.js';
import {
  AccountExists,
  AccountUnknown,
  Gender,
  IdType,
  Me,
  newAccount,
  NumberInvalid,
  OneTimePassword,
  PasswordWeak,
  PersonBeyondReach,
  PersonClosed,
  PersonId,
  PersonKnown,
  PersonMerged,
  PersonOfOrganisation,
  PersonRecord,
  PersonUnknown,
  Post,
  PostHeld,
  PostMisplaced,
  PostNotGrantable,
  PostRoleCode,
  PostUnknown,
  PostsSeparated,
  RegisteredPerson,
  UsernameIsNumber,
  UsernameTaken,
  WardUnknown,
} from './people.js';
import { FieldMasteredElsewhere, SourceNotYours, told } from './person-sources.js';

const account = z.strictObject({
  username: newAccount.username,
  password: newAccount.password.optional().describe('初始密码；不填则生成一次性密码 initial password; absent: a one-time password is made'),
  mustChangePassword: z.boolean().default(true).describe('首次登录须改密 whether the first sign-in must change it'),
});
const post = z.strictObject({
  role: PostRoleCode,
  organisation: Id.describe('岗位所在组织 organisation of the post'),
  since: Day.optional().describe('起始日期，默认今天 first day; today unless said'),
  until: Day.optional().describe('结束日期 last day'),
  wards: z.array(Id).max(20).default([]).describe('家长的被监护人 the wards of a guardian'),
});
const details = {
  name: text(50).describe('姓名 name'),
  idType: IdType.default('1'),
  idNumber: z.string().max(30).nullable().describe('证件号码 identity number'),
  pupilNumber: z.string().max(30).nullable().describe('学籍号 pupil number (G, J or L and 18 characters)'),
  phone: z.string().max(20).nullable().describe('手机号码 phone'),
  gender: Gender.nullable(),
  birthDate: Day.nullable().describe('出生日期，居民身份证号另有所示时从其号 day of birth; a citizen’s number that says otherwise holds'),
};
const registrars = [...administrators, 'rollManager'] as const;
const postFailures = [
  PersonUnknown,
  OrganisationUnknown,
  OrganisationClosed,
  PostHeld,
  PostMisplaced,
  PostNotGrantable,
  PostsSeparated,
  WardUnknown,
];
const params = z.object({ personId: PersonId });

export const peopleOperations = {
  me: operation('get', '/me', {
    summary: '我的身份 Who am I, and in which post',
    scope: 'identity.read',
    permits: [...postRoles, 'app'],
    returns: value(Me),
  }),

  registerPerson: operation('post', '/people', {
    summary: '登记人员 Register a person',
    description: '可同时授予岗位并开通账号。 Posts and an account may be given in the same step.',
    scope: 'identity.write',
    permits: registrars,
    creates: true,
    body: z.strictObject({
      ...creatable,
      organisation: Id.describe('所属组织 the organisation that keeps the record'),
      ...details,
      idNumber: details.idNumber.default(null),
      pupilNumber: details.pupilNumber.default(null),
      phone: details.phone.default(null),
      gender: details.gender.optional(),
      birthDate: details.birthDate.optional(),
      ...told,
      posts: z.array(post).max(10).default([]).describe('岗位 posts to give'),
      account: account.optional().describe('账号 account to open'),
    }),
    returns: item(RegisteredPerson),
    fails: [...postFailures, PersonKnown, NumberInvalid, SourceNotYours, UsernameTaken, UsernameIsNumber, PasswordWeak],
  }),

  person: operation('get', '/people/:personId', {
    summary: '查看人员 Read a person',
    scope: 'identity.read',
    permits: [...postRoles, 'app'],
    params,
    returns: item(PersonRecord),
    fails: [ConsentMissing, PersonUnknown, PersonMerged],
  }),

  peopleOf: operation('get', '/organisations/:organisationId/people', {
    summary: '组织的人员 List the people of an organisation',
    scope: 'identity.read',
    permits: [...registrars, ...schoolStaff, 'app'],
    params: z.object({ organisationId: Id.describe('组织标识 id of the organisation') }),
    query: z.object({ role: PostRoleCode.optional(), ...paging }),
    returns: page(PersonOfOrganisation),
    fails: [OrganisationUnknown],
  }),

  changePerson: operation('patch', '/people/:personId', {
    summary: '变更人员信息 Change a person',
    description:
      '由学籍系统或教师系统维护的字段只能以该系统的名义变更（source），旧的不覆盖新的（asOf）。 Fields that the 学籍 or the staff system keeps change only in its name (source); what is older never overwrites what is newer (asOf).',
    scope: 'identity.write',
    permits: registrars,
    guarded: true,
    params,
    body: z.strictObject({
      name: details.name.optional(),
      idType: IdType.optional(),
      idNumber: details.idNumber.optional(),
      pupilNumber: details.pupilNumber.optional(),
      phone: details.phone.optional(),
      gender: details.gender.optional(),
      birthDate: details.birthDate.optional(),
      ...told,
    }),
    returns: item(PersonRecord),
    fails: [
      PersonUnknown,
      PersonMerged,
      PersonClosed,
      PersonKnown,
      NumberInvalid,
      FieldMasteredElsewhere,
      SourceNotYours,
      PostNotGrantable,
      PersonBeyondReach,
    ],
  }),

  closePerson: operation('post', '/people/:personId/close', {
    summary: '注销人员 Close a person’s record',
    description: '岗位与账号随之结束，已发的登录凭证立即失效。 Posts and account end; tokens already given stop at once.',
    scope: 'identity.write',
    permits: administrators,
    params,
    returns: item(PersonRecord),
    fails: [PersonUnknown, PersonMerged, PersonClosed, PostNotGrantable, PersonBeyondReach],
  }),

  givePost: operation('post', '/people/:personId/posts', {
    summary: '授予岗位 Give a post',
    scope: 'identity.write',
    permits: registrars,
    creates: true,
    params,
    body: post.extend(creatable),
    returns: item(Post),
    fails: [...postFailures, PersonMerged, PersonClosed],
  }),

  endPost: operation('post', '/posts/:postId/end', {
    summary: '结束岗位 End a post',
    description: '以该岗位登录的凭证立即失效。 Tokens that act in this post stop at once.',
    scope: 'identity.write',
    permits: registrars,
    params: z.object({ postId: Id.describe('岗位标识 id of the post') }),
    returns: item(Post),
    fails: [PostUnknown, PostNotGrantable],
  }),

  openAccount: operation('post', '/people/:personId/account', {
    summary: '开通账号 Open an account',
    scope: 'identity.write',
    permits: registrars,
    params,
    body: account,
    returns: value(OneTimePassword),
    fails: [
      PersonUnknown,
      PersonMerged,
      PersonClosed,
      PostNotGrantable,
      PersonBeyondReach,
      AccountExists,
      UsernameTaken,
      UsernameIsNumber,
      PasswordWeak,
    ],
  }),

  resetPassword: operation('post', '/people/:personId/account/reset', {
    summary: '重置密码 Reset a password',
    scope: 'identity.write',
    permits: registrars,
    params,
    returns: value(OneTimePassword),
    fails: [PersonUnknown, PersonMerged, PersonClosed, AccountUnknown, PostNotGrantable, PersonBeyondReach],
  }),
};
