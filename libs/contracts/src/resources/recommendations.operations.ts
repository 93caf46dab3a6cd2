import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { postRoles } from '../roles.js';
import { value } from '../shapes/shapes.js';
import { Recommendations } from './recommendations.js';

const own = { scope: 'resources.read', permits: postRoles, reach: 'handedDown' } as const;

/** What a person may like to use next, with the reason; each may have it without being looked at. */
export const recommendationOperations = {
  recommendations: operation('get', '/recommendations', {
    summary: '推荐资源 Read recommended resources',
    description:
      'Published resources about the knowledge points of what the caller used, kept or liked in the last 90 days, then what is used most; each with its reason. Switched off, only what is used most by everybody, and nothing of the caller’s is looked at.',
    ...own,
    query: z.object({ limit: z.coerce.number().int().min(1).max(20).default(10).describe('条数 how many, at most 20') }),
    returns: value(Recommendations),
  }),
  personaliseRecommendations: operation('post', '/recommendations/personal', {
    summary: '开启或关闭个性化推荐 Switch personal recommendations on or off',
    description:
      '《个人信息保护法》第二十四条。 Article 24 of the Personal Information Protection Law. It holds at once, in all of the caller’s posts.',
    ...own,
    body: z.strictObject({ personal: z.boolean().describe('是否开启 whether they are on from now on') }),
    returns: value(z.object({ personal: z.boolean().describe('个性化推荐是否开启 whether they are on') })),
  }),
};
