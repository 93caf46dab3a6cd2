import { z } from 'zod';
import { WorkItem } from '../machinery/post-work.js';
import { refusal } from '../machinery/refusal.js';
import { organisationKinds } from '../roles.js';
import { Id } from '../shapes/shapes.js';
import { Post, PostRoleCode } from './people.js';

/** A deputy stands in for so long at most: who is away longer hands the post over. */
export const longestDeputyDays = 366;

/** What waits for the holder of a post, gathered from every service that names persons for work. */
export const OpenWork = z
  .object({
    items: z.array(WorkItem).describe('未办事项 what waits, the oldest first'),
    unheard: z.array(z.string()).describe('暂未答复的服务 services that did not answer; what they hold is not listed'),
  })
  .meta({ id: 'OpenWork' });

/** The two posts of a hand-over. */
export const HandedOver = z
  .object({ from: Post.describe('移交的岗位 the post that ended'), to: Post.describe('接任的岗位 the post that took over') })
  .meta({ id: 'HandedOver' });

/** One role the caller may give, and where. */
export const GrantableRole = z
  .object({
    role: PostRoleCode,
    name: z.string().describe('角色名称 its name'),
    at: z.array(z.enum(organisationKinds)).describe('可设于何类组织 the kinds of organisation at which it may be held'),
  })
  .meta({ id: 'GrantableRole' });

export const FoundPerson = z
  .object({
    person: Id.describe('人员标识 id of the person'),
    name: z.string().describe('姓名，默认脱敏 name; masked unless the caller may read it'),
    masked: z.boolean().describe('姓名是否脱敏 whether the name is masked'),
    organisation: Id.describe('所属组织 the organisation that keeps the record'),
    organisationName: z.string().describe('所属组织名称 its name'),
    kinds: z.array(z.string()).describe('身份类别 what the person is: pupil, guardian, staff, vendor'),
  })
  .meta({ id: 'FoundPerson' });

export const PostEnded = refusal('post.ended', 409, { zh: '该岗位已结束', en: 'This post has ended' });
export const PostUndeputised = refusal(
  'post.undeputised',
  409,
  { zh: '该岗位不能代理：{reason}', en: 'This post cannot have a deputy: {reason}' },
  z.strictObject({ reason: z.enum(['family', 'deputy', 'too_long', 'same_person']) }),
);
export const PostNotYours = refusal('post.not_yours', 403, {
  zh: '只能为本人岗位或有权授予的岗位指定代理',
  en: 'A deputy is named by the holder of the post, or by whoever may give it',
});
export const PostPeriodInvalid = refusal('post.period_invalid', 422, {
  zh: '结束日期不能早于起始日期',
  en: 'The last day may not be before the first',
});
