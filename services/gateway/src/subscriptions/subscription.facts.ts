import { facts } from '@lianxue/contracts';
import { z } from 'zod';

const SubscriptionFact = z.object({
  id: z.uuid(),
  version: z.int(),
  organisation: z.uuid(),
  client: z.string(),
  types: z.array(z.string()),
  below: z.uuid().nullable(),
  state: z.enum(['active', 'paused', 'disabled']),
});
export type SubscriptionFact = z.output<typeof SubscriptionFact>;

/** The gateway's own record of what changed; no subscriber hears of another's subscriptions. The address stays out: it may hold a key. */
export const subscriptionFacts = facts('gateway', 'subscription', SubscriptionFact, {
  made: '订阅已建立 A subscription was made',
  changed: '订阅已变更 A subscription changed',
  rotated: '订阅的签名密钥已更换 The signing secret of a subscription was rotated',
  paused: '订阅已暂停 A subscription was paused',
  resumed: '订阅已恢复 A subscription was resumed',
  disabled: '订阅已停用 A subscription was disabled by its receiver',
  ended: '订阅已删除 A subscription ended',
});
