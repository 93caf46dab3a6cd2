import { z } from 'zod';
import { refusal } from '../machinery/refusal.js';

export const ResourceNotFound = refusal('resource.not_found', 404, { zh: '找不到该资源', en: 'There is no such resource' });

/** `missing` in the reader's words, `fields` for programs. */
export const ResourceNotReady = refusal(
  'resource.not_ready',
  409,
  { zh: '还缺{missing}', en: 'Missing: {missing}' },
  z.strictObject({ missing: z.array(z.string()), fields: z.array(z.string()) }),
);

export const ResourceLocked = refusal(
  'resource.locked',
  409,
  {
    zh: '当前状态（{state}）不能修改，只有草稿和被退回的资源可以修改',
    en: 'Not editable in the state “{state}”; only drafts and returned resources are',
  },
  z.strictObject({ state: z.string() }),
);

export const ResourceNotYours = refusal('resource.not_yours', 409, { zh: '只有作者本人可以执行此操作', en: 'Only its author may do this' });

export const ResourceOwnReview = refusal('resource.own_review', 409, { zh: '不能审核自己的资源', en: 'Nobody reviews their own resource' });

export const ResourceNothingChanged = refusal('resource.nothing_changed', 409, {
  zh: '退回后尚未修改',
  en: 'Nothing was changed since it was returned',
});
