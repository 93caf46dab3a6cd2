import { z } from 'zod';
import { Id, Instant, value } from '../shapes/shapes.js';
import { operation } from './operation.js';

/** One piece of work that waits for the holder of a post. */
export const WorkItem = z
  .object({
    service: z.string().describe('所在服务 service that keeps it'),
    thing: z.string().describe('事项种类 kind of thing'),
    id: Id.describe('事项标识 id of the thing'),
    title: z.string().describe('事项名称 what it is about'),
    since: Instant.describe('何时起 since when it waits'),
  })
  .meta({ id: 'WorkItem' });

/** Who holds a post, as far as work is concerned. */
export const PostHolder = z.strictObject({
  person: Id.describe('人员标识 id of the person'),
  role: z.string().max(40).describe('角色 role'),
  organisation: Id.describe('岗位所在组织 organisation of the post'),
});

/** What a service answers when asked what waits for the holder of a post 未办事项; only services that name persons for work serve it. */
export const postWork = (service: string) =>
  operation('post', `/internal/${service}/post-work` as '/internal/post-work', {
    summary: '岗位未办事项 Work that waits for the holder of a post',
    internal: true,
    permits: ['service'],
    body: PostHolder,
    returns: value(z.object({ items: z.array(WorkItem).max(500).describe('事项 items, the oldest first') })),
  });
