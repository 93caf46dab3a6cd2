import { z } from 'zod';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Day, Id, InstantInput } from '../shapes/shapes.js';
import { Subject } from '../shapes/teaching.js';

/** How a resource is used 资源使用: looked at, taken along, taught with. */
export const resourceUseKinds = ['view', 'download', 'inClass'] as const;
export const ResourceUseKind = z
  .enum(resourceUseKinds)
  .describe('使用方式：浏览、下载、课堂使用 how it was used: viewed, downloaded, in class');
export type ResourceUseKind = z.output<typeof ResourceUseKind>;

/** A use that was told of later than this is too old to be told apart from one that was counted. */
export const usesKnownDays = 30;

/** What every telling of a use says. */
export const useTold = {
  id: Id.describe('该次使用的标识，由调用方生成，重发时不变 id of this use, made by the caller and the same when it is sent again'),
  at: InstantInput.optional().describe(
    `使用时间，缺省为现在，至早 ${usesKnownDays} 天前 when it was; now unless said, at most ${usesKnownDays} days ago`,
  ),
};

export const UseTaken = z
  .object({
    counted: z
      .boolean()
      .describe(
        '是否计入：重发的、本人当日再次浏览或下载的、作者自己浏览或下载的不再计入 whether it counts: not what was sent before, nor the same person’s second view or download of a day, nor the author’s own',
      ),
  })
  .meta({ id: 'UseTaken' });
export type UseTaken = z.output<typeof UseTaken>;

const total = (words: string) => z.int().describe(words);

/** How much a resource is used, and what people think of it. */
export const ResourceUse = z
  .object({
    resource: Id.describe('资源标识 id of the resource'),
    views: total('浏览次数 views'),
    downloads: total('下载次数 downloads'),
    inClass: total('课堂使用次数 uses in class'),
    favourites: total('收藏人数 people who keep it as a favourite'),
    ratings: total('评分人数 people who rated it'),
    stars: z.number().nullable().describe('平均星级，两位小数 mean of the stars to two decimals; null while nobody rated it'),
    mine: z
      .object({
        favourite: z.boolean().describe('本人是否收藏 whether it is a favourite of the caller'),
        stars: z.int().nullable().describe('本人的星级 stars the caller gave'),
      })
      .nullable()
      .describe('本人的收藏与评分，应用没有 the caller’s own; null for an app without a person'),
  })
  .meta({ id: 'ResourceUse' });
export type ResourceUse = z.output<typeof ResourceUse>;

/** How resources of a subject were used by an organisation’s people on a day. Nobody is told of, nor which resource. */
const ResourceUseFact = z
  .object({
    id: Id.describe('标识 id'),
    organisation: Id.describe('使用者所在组织 organisation whose people used them'),
    subject: Subject,
    day: Day.describe('日期 day'),
    views: total('浏览次数 views'),
    downloads: total('下载次数 downloads'),
    inClass: total('课堂使用平台资源次数 uses in class of resources of the platform'),
    elsewhere: total('课堂使用平台以外资源次数 uses in class of resources from elsewhere'),
    favourites: total('新增收藏数 favourites new that day'),
    ratings: total('新增评分数 ratings new that day'),
  })
  .meta({ id: 'ResourceUseFact' });
export type ResourceUseFact = z.output<typeof ResourceUseFact>;

/** Told when the day is over, once; again only if something of that day came late. */
export const resourceUseFacts = facts('resources', 'resource_use', ResourceUseFact, {
  counted: '当日的资源使用已统计 The uses of resources on a day were counted',
});

export const ResourceNotShown = refusal('resource.not_shown', 409, {
  zh: '只有已发布的资源可以使用、收藏或评分',
  en: 'Only a published resource can be used, kept as a favourite or rated',
});
export const ResourceOwnRating = refusal('resource.own_rating', 409, { zh: '不能给自己的资源评分', en: 'Nobody rates their own resource' });
export const ResourceUseOutOfTime = refusal(
  'resource_use.out_of_time',
  422,
  { zh: '使用时间须在最近 {days} 天内，且不在将来', en: 'A use is told of within {days} days, and not before it happened' },
  z.strictObject({ days: z.int() }),
);
