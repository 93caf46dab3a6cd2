import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { administrators, postRoles } from '../roles.js';
import { creatable, Day, Id, item, page, paging, text, value } from '../shapes/shapes.js';
import { OrganisationClosed, OrganisationUnknown } from './organisations.js';
import {
  NumberInvalid,
  PersonClosed,
  PersonMerged,
  PersonId,
  PersonUnknown,
  Post,
  PostHeld,
  PostMisplaced,
  PostNotGrantable,
  PostsSeparated,
  PostUnknown,
} from './people.js';
import { FoundPerson, GrantableRole, HandedOver, OpenWork, PostEnded, PostNotYours, PostPeriodInvalid, PostUndeputised } from './posts.js';

const params = z.object({ postId: Id.describe('岗位标识 id of the post') });
const registrars = [...administrators, 'rollManager'] as const;
/** Whoever does a job of work: neither families nor a vendor's people. */
const staff = postRoles.filter((role) => role !== 'pupil' && role !== 'guardian' && role !== 'vendor');

/** Posts after they are given: for a time, stood in for, handed over. */
export const postOperations = {
  post: operation('get', '/posts/:postId', {
    summary: '查看岗位 Read a post',
    scope: 'identity.read',
    permits: [...postRoles, 'app'],
    params,
    returns: item(Post),
    fails: [PostUnknown],
  }),

  changePost: operation('patch', '/posts/:postId', {
    summary: '变更岗位期限 Change how long a post is held',
    scope: 'identity.write',
    permits: registrars,
    guarded: true,
    params,
    body: z.strictObject({
      since: Day.optional().describe('起始日期 first day'),
      until: Day.nullable().optional().describe('结束日期 last day; null for no end'),
    }),
    returns: item(Post),
    fails: [PostUnknown, PostEnded, PostNotGrantable, PostPeriodInvalid],
  }),

  nameDeputy: operation('post', '/posts/:postId/deputies', {
    summary: '指定代理 Name a deputy for a post',
    description:
      '代理人在期限内以同一角色、同一组织办事，登录时另选该岗位；原岗位结束，代理随之结束。 ' +
      'For that time the deputy acts in the same role at the same organisation, in a post of their own; it ends with the post it stands in for.',
    scope: 'identity.write',
    permits: staff,
    creates: true,
    params,
    body: z.strictObject({
      ...creatable,
      person: PersonId,
      since: Day.optional().describe('起始日期，默认今天 first day; today unless said'),
      until: Day.describe('结束日期 last day, within a year'),
    }),
    returns: item(Post),
    fails: [
      PostUnknown,
      PostEnded,
      PostNotYours,
      PostUndeputised,
      PostHeld,
      PostsSeparated,
      PostPeriodInvalid,
      PersonUnknown,
      PersonClosed,
      PersonMerged,
    ],
  }),

  deputies: operation('get', '/posts/:postId/deputies', {
    summary: '岗位的代理 List the deputies of a post',
    scope: 'identity.read',
    permits: staff,
    params,
    query: z.object({ ...paging }),
    returns: page(Post),
    fails: [PostUnknown],
  }),

  openWork: operation('get', '/posts/:postId/work', {
    summary: '岗位未办事项 What waits for the holder of a post',
    description: '向各服务查询指名该任职人办理、尚未办结的事项。 Asks every service for what names this holder and is not done.',
    scope: 'identity.read',
    permits: staff,
    params,
    returns: value(OpenWork),
    fails: [PostUnknown],
  }),

  handOver: operation('post', '/posts/:postId/hand-over', {
    summary: '移交岗位 Hand a post over',
    description:
      '原岗位结束，接任人获得同一岗位，未办事项随之移交，一步完成并记入审计；以原岗位登录的凭证立即失效。 ' +
      'The post ends, the successor holds the same one, and what waits passes over, in one audited step; tokens of the old post stop at once.',
    scope: 'identity.write',
    permits: registrars,
    params,
    body: z.strictObject({ person: PersonId.describe('接任人 the person who takes over') }),
    returns: value(HandedOver),
    fails: [
      PostUnknown,
      PostEnded,
      PostNotGrantable,
      PostUndeputised,
      PostHeld,
      PostMisplaced,
      PostsSeparated,
      PersonUnknown,
      PersonClosed,
      PersonMerged,
      OrganisationUnknown,
      OrganisationClosed,
    ],
  }),

  myPowers: operation('get', '/me/powers', {
    summary: '我可授予的角色 Roles I may give',
    scope: 'identity.read',
    permits: [...postRoles, 'app'],
    returns: value(z.object({ roles: z.array(GrantableRole).describe('角色 roles, with where they may be held') })),
  }),

  searchPeople: operation('post', '/people/search', {
    summary: '查找人员 Find people by name or number',
    description:
      '按姓名片段（至少两个字）或完整的证件号码、学籍号、用户名查找；号码不出现在网址中。 ' +
      'By a piece of the name (two characters at least), or by a whole identity number, pupil number or username; numbers stay out of the address.',
    scope: 'identity.read',
    permits: registrars,
    body: z
      .strictObject({
        below: Id.optional().describe('只查该组织及其下级 only below this organisation'),
        name: text(50, 2).optional().describe('姓名片段 a piece of the name'),
        idNumber: text(30).optional().describe('证件号码 whole identity number'),
        pupilNumber: text(30).optional().describe('学籍号 whole pupil number'),
        username: text(64).optional().describe('用户名 whole username'),
        ...paging,
      })
      .refine(({ name, idNumber, pupilNumber, username }) => name ?? idNumber ?? pupilNumber ?? username, 'search.empty'),
    returns: page(FoundPerson),
    fails: [OrganisationUnknown, NumberInvalid],
  }),
};
