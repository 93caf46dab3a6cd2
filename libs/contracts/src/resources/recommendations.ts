import { z } from 'zod';
import { Resource } from './shapes.js';

/** Why something is recommended 推荐理由. */
export const recommendationReasons = ['yourPoints', 'mostUsed'] as const;

export const Recommendation = z
  .object({
    resource: Resource.describe('资源 the resource'),
    reason: z
      .object({
        code: z
          .enum(recommendationReasons)
          .describe(
            'yourPoints 与本人近期使用的知识点相同、mostUsed 大家常用 the knowledge points of what the caller used lately, or that it is used most',
          ),
        points: z.array(z.string()).describe('据以推荐的知识点 the knowledge points it rests on; none for mostUsed'),
        zh: z.string().describe('中文说明 in Chinese'),
        en: z.string().describe('英文说明 in English'),
      })
      .describe('推荐理由 why it is recommended'),
  })
  .meta({ id: 'Recommendation' });
export type Recommendation = z.output<typeof Recommendation>;

/** What is recommended, and whether what the caller did had any part in it. */
export const Recommendations = z
  .object({
    personal: z.boolean().describe('个性化推荐是否开启 whether recommendations may rest on what the caller used'),
    items: z.array(Recommendation).describe('推荐的资源 what is recommended'),
  })
  .meta({ id: 'Recommendations' });
export type Recommendations = z.output<typeof Recommendations>;
