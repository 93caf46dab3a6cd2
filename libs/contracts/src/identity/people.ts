import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { postRoles } from '../roles.js';
import { Day, Id, itemShape, text } from '../shapes/shapes.js';
import { FieldSource, FormerNumber } from './person-sources.js';

export const PersonId = Id.describe('人员标识 id of the person');
export const PostRoleCode = z.enum(postRoles).describe('角色 role of the post');

/**
 * 证件类型, JY/T: 1 居民身份证, 2–5 军队证件, 6 香港, 7 澳门, 8 台湾, 9 永久居留, A 护照, B 户口簿, Z 其他. Type 1, the residence permits
 * of 港澳台 and the newer permit of 永久居留 carry the check of GB 11643.
 */
export const IdType = z
  .enum(['1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'Z'])
  .describe('身份证件类型码 kind of identity document');
export type IdTypeCode = z.output<typeof IdType>;

/** 性别, GB/T 2261.1: 0 未知, 1 男, 2 女, 9 未说明. */
export const Gender = z.enum(['0', '1', '2', '9']).describe('性别码 gender');

/** Why an app meets a pupil without any personal value; see docs/guides/minors.md. */
export const ConsentLack = z
  .enum(['missing', 'undeclared'])
  .nullable()
  .describe(
    '因何不给个人信息：未获同意 missing、应用未申明用途 undeclared why an app gets no personal value of this pupil; null when nothing is kept back for that reason',
  );

/** What of a person a reader sees besides the name; null where it is not for them. */
const known = {
  gender: Gender.nullable(),
  birthMonth: z.string().nullable().describe('出生年月，如 2015-03 month of birth'),
};

/** What somebody chooses who opens an account for themselves. */
export const newAccount = {
  username: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}._@-]{2,63}$/u, 'username.form')
    .describe('用户名 username, 3 to 64 characters'),
  password: text(200).describe('密码 password'),
};

/** A post: a person in a role at an organisation; what one signs in as. Work and rights belong to it. */
export const Post = z
  .object({
    id: Id.describe('岗位标识 id of the post'),
    version: z.int().describe('版本 version'),
    person: PersonId,
    role: PostRoleCode,
    organisation: Id.describe('岗位所在组织 organisation of the post'),
    organisationName: z.string().describe('岗位所在组织名称 its name'),
    about: z.array(Id).describe('本人或被监护人 the persons a pupil or guardian may read about'),
    since: Day.describe('起始日期 first day'),
    until: Day.nullable().describe('结束日期 last day, when set'),
    ended: z.boolean().describe('是否已结束 whether it has ended'),
    deputyOf: Id.nullable().describe('代理的岗位 the post it stands in for; null for a post of one’s own'),
    successor: Id.nullable().describe('接任的岗位 the post that took over its work'),
  })
  .meta({ id: 'Post' });

export const PersonRecord = z
  .object({
    ...itemShape,
    name: z.string().describe('姓名，默认脱敏为「张*」 name; masked unless the caller may read it'),
    organisation: Id.describe('所属组织 the organisation that keeps the person’s record'),
    ...known,
    idType: IdType.nullable(),
    idNumber: z.string().nullable().describe('证件号码，脱敏 identity number, masked'),
    pupilNumber: z.string().nullable().describe('学籍号，默认脱敏 pupil number; masked unless the caller may read it'),
    phone: z.string().nullable().describe('手机号码，脱敏 phone, masked'),
    sources: z.array(FieldSource).describe('各字段的来源 where each field comes from'),
    formerNumbers: z.array(FormerNumber).describe('曾用号码，应用不可见 numbers carried before; not told to apps'),
    username: z.string().nullable().describe('用户名 username of the account'),
    closed: z.boolean().describe('是否已注销 whether the record is closed'),
    masked: z.boolean().describe('姓名是否脱敏 whether the name is masked'),
    consent: ConsentLack,
    posts: z.array(Post).describe('岗位 posts within the caller’s reach'),
  })
  .meta({ id: 'PersonRecord' });

/** The answer to a registration: the one-time password is said this once. */
export const RegisteredPerson = PersonRecord.extend({
  oneTimePassword: z.string().nullable().describe('一次性初始密码，只显示一次 one-time password, shown once'),
}).meta({ id: 'RegisteredPerson' });

/** One line of a list of people. */
export const PersonOfOrganisation = z
  .object({
    person: PersonId,
    post: Id.describe('岗位标识 id of the post'),
    name: z.string().describe('姓名，默认脱敏 name; masked unless the caller may read it'),
    role: PostRoleCode,
    ...known,
    pupilNumber: z.string().nullable().describe('学籍号，默认脱敏 pupil number; masked unless the caller may read it'),
    since: Day.describe('起始日期 first day'),
    masked: z.boolean().describe('姓名是否脱敏 whether the name is masked'),
    consent: ConsentLack,
  })
  .meta({ id: 'PersonOfOrganisation' });

export const OneTimePassword = z
  .object({
    username: z.string().describe('用户名 username'),
    oneTimePassword: z
      .string()
      .nullable()
      .describe('一次性密码，只显示一次；自设密码时为空 one-time password, shown once; null when one was given'),
  })
  .meta({ id: 'OneTimePassword' });

export const Me = z
  .object({
    kind: z.enum(['person', 'app']).describe('登录者种类 kind of caller'),
    subject: z.string().describe('人员标识或应用标识 person id, or client id of an app'),
    client: z.string().describe('所用应用 client id of the app in use'),
    name: z.string().describe('姓名或应用名称 name'),
    role: z.string().describe('当前身份 the acting role'),
    organisation: z
      .object({ id: Id.describe('组织标识 id'), name: z.string().describe('组织名称 name') })
      .nullable()
      .describe('当前组织 the acting organisation'),
    posts: z.array(Post).describe('全部岗位 all posts'),
    scopes: z.array(z.string()).describe('已授权范围 granted scopes'),
  })
  .meta({ id: 'Me' });

/** A fact about a person says that, never who. */
export const PersonFact = z.object({
  id: Id,
  version: z.int(),
  organisation: Id,
  kinds: z.array(z.enum(['pupil', 'guardian', 'staff', 'vendor'])),
  closed: z.boolean(),
  successor: Id.nullable(),
});
export const personFacts = facts('identity', 'person', PersonFact, {
  registered: '人员已登记 A person was registered',
  changed: '人员信息已变更 A person changed',
  closed: '人员已注销 A person’s record was closed',
  merged: '人员已并入他人，后继标识见 successor A person was merged into another, the successor',
  unmerged: '人员合并已撤销 A merging of people was undone',
});

export const PostFact = z.object({
  id: Id,
  version: z.int(),
  person: Id,
  organisation: Id,
  role: z.enum(postRoles),
  ended: z.boolean(),
  deputyOf: Id.nullable(),
  /** The post and the person that took over its work. */
  successor: Id.nullable(),
  successorPerson: Id.nullable(),
});
export const postFacts = facts('identity', 'post', PostFact, {
  given: '岗位已授予 A post was given',
  changed: '岗位已变更 A post changed',
  handed_over: '岗位已移交 A post was handed over to another person',
  ended: '岗位已结束 A post ended',
});

/** An account's fact carries no username. */
export const AccountFact = z.object({ id: Id, version: z.int(), person: Id, organisation: Id });
export const accountFacts = facts('identity', 'account', AccountFact, {
  opened: '账号已开通 An account was opened',
  moved: '账号已随人员或合并转由他处保管 An account went along with its person, or passed over in a merger',
  reset: '密码已重置 A password was reset',
  changed: '密码已更改 A password was changed by its owner',
  closed: '账号已关闭 An account was closed',
});

export const PersonUnknown = refusal('person.unknown', 404, { zh: '找不到该人员', en: 'No such person' });
export const PersonClosed = refusal('person.closed', 409, { zh: '该人员已注销', en: 'This person’s record is closed' });
export const PersonMerged = refusal(
  'person.merged',
  410,
  { zh: '该人员已并入 {successor}', en: 'This person was merged into {successor}' },
  z.strictObject({ successor: Id }),
);
export const PersonBeyondReach = refusal('person.beyond_reach', 403, {
  zh: '该人员在您的管辖范围之外另有岗位',
  en: 'This person also holds posts beyond your reach',
});
export const PersonKnown = refusal('person.known', 409, { zh: '该证件号码已登记', en: 'A person with this number is already registered' });
export const NumberInvalid = refusal(
  'number.invalid',
  422,
  { zh: '{field}无效：{reason}', en: '{field} is not valid: {reason}' },
  z.strictObject({
    field: z.enum(['idNumber', 'pupilNumber', 'phone', 'birthDate']),
    reason: z.enum(['form', 'date', 'check', 'precision_lost']),
  }),
);
export const PostUnknown = refusal('post.unknown', 404, { zh: '找不到该岗位', en: 'No such post' });
export const PostHeld = refusal('post.held', 409, { zh: '已有相同岗位', en: 'The person already holds this post' });
export const PostMisplaced = refusal(
  'post.misplaced',
  409,
  { zh: '该类组织不设“{role}”', en: 'The role {role} is not held at this kind of organisation' },
  z.strictObject({ role: z.string() }),
);
export const PostNotGrantable = refusal(
  'post.not_grantable',
  403,
  { zh: '您无权授予或结束“{role}”', en: 'You may not give or end the role {role}' },
  z.strictObject({ role: z.string() }),
);
export const PostsSeparated = refusal('post.separated', 409, {
  zh: '系统、安全、审计管理员须由不同人员担任',
  en: 'System, security and audit administrators must be different people',
});
export const WardUnknown = refusal('post.ward_unknown', 422, {
  zh: '被监护人须为本校学生',
  en: 'A guardian’s wards must be pupils of the school',
});
export const UsernameTaken = refusal('account.username_taken', 409, { zh: '用户名已被使用', en: 'This username is taken' });
export const UsernameIsNumber = refusal('account.username_is_number', 422, {
  zh: '用户名不能是学籍号或证件号码',
  en: 'A pupil number or an identity number is no username',
});
export const AccountExists = refusal('account.exists', 409, { zh: '该人员已有账号', en: 'This person already has an account' });
export const AccountUnknown = refusal('account.unknown', 404, { zh: '该人员没有账号', en: 'This person has no account' });
export const PasswordWeak = refusal(
  'password.weak',
  422,
  { zh: '密码强度不足：{reason}', en: 'The password is too weak: {reason}' },
  z.strictObject({ reason: z.enum(['short', 'common', 'contains_username', 'unchanged', 'simple']), atLeast: z.int().optional() }),
);
