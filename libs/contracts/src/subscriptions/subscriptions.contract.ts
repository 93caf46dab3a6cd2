import { z } from 'zod';
import { AppUnknown } from '../identity/apps.js';
import { OrganisationUnknown } from '../identity/organisations.js';
import { contract, operation } from '../machinery/operation.js';
import type { Role } from '../roles.js';
import { Id, InstantInput, item, page, paging, text, value } from '../shapes/shapes.js';
import {
  Delivery,
  DeliveryState,
  DeliveryUnknown,
  PingResult,
  RedeliveriesTooMany,
  Redelivery,
  RedeliveryUnclear,
  RotatedSecret,
  Subscription,
  SubscriptionClientRefused,
  subscriptionInput,
  SubscriptionsTooMany,
  SubscriptionTypeUnknown,
  SubscriptionUnknown,
  SubscriptionUrlRefused,
  SubscriptionWithSecret,
} from './subscriptions.js';

const scope = 'events.read';
/** The app itself, or its vendor's people. */
const owners = ['app', 'vendor'] as const satisfies readonly Role[];
/** Whoever answers for where data goes may look. */
const readers = [...owners, 'systemAdmin', 'securityAdmin', 'auditAdmin'] as const satisfies readonly Role[];
const params = z.object({ subscriptionId: Id.describe('订阅标识 id of the subscription') });
const position = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

/** Events by webhook: CloudEvents signed as in Standard Webhooks, at least once, each subscription in its order. */
export const subscriptions = contract('subscriptions', {
  subscriptions: operation('get', '/subscriptions', {
    summary: '订阅列表 List subscriptions',
    scope,
    permits: readers,
    query: z.object({ client: text(100).optional().describe('应用标识 OAuth client id'), ...paging }),
    returns: page(Subscription),
  }),

  subscription: operation('get', '/subscriptions/:subscriptionId', {
    summary: '查看订阅 Read a subscription',
    scope,
    permits: readers,
    params,
    returns: item(Subscription),
    fails: [SubscriptionUnknown],
  }),

  subscribe: operation('post', '/subscriptions', {
    summary: '新建订阅 Make a subscription',
    description:
      '从现在起投递匹配的事实；以前的用重新投递取得。签名密钥只显示这一次。 Delivers matching facts from now on; earlier ones by redelivery. The signing secret is shown this once.',
    scope,
    permits: owners,
    creates: true,
    body: z.strictObject({
      client: text(100).optional().describe('应用标识，企业人员代为订阅时必填 OAuth client id; needed from a person of the vendor'),
      ...subscriptionInput,
      below: subscriptionInput.below.default(null),
      note: subscriptionInput.note.default(null),
    }),
    returns: item(SubscriptionWithSecret),
    fails: [
      AppUnknown,
      OrganisationUnknown,
      SubscriptionClientRefused,
      SubscriptionsTooMany,
      SubscriptionTypeUnknown,
      SubscriptionUrlRefused,
    ],
  }),

  changeSubscription: operation('patch', '/subscriptions/:subscriptionId', {
    summary: '变更订阅 Change a subscription',
    description: '换了接收地址，等待中的投递随即重试。 With a new address, what waits is tried at once.',
    scope,
    permits: owners,
    guarded: true,
    params,
    body: z.strictObject(subscriptionInput).partial(),
    returns: item(Subscription),
    fails: [SubscriptionUnknown, OrganisationUnknown, SubscriptionTypeUnknown, SubscriptionUrlRefused],
  }),

  endSubscription: operation('delete', '/subscriptions/:subscriptionId', {
    summary: '删除订阅 End a subscription',
    description: '订阅及其投递记录一并删除。 The subscription goes, and its delivery log with it.',
    scope,
    permits: owners,
    params,
    fails: [SubscriptionUnknown],
  }),

  pauseSubscription: operation('post', '/subscriptions/:subscriptionId/pause', {
    summary: '暂停订阅 Pause a subscription',
    description: '暂停期间的事实在恢复后按序投递。 What happens meanwhile is delivered in order once it is resumed.',
    scope,
    permits: owners,
    params,
    returns: item(Subscription),
    fails: [SubscriptionUnknown],
  }),

  resumeSubscription: operation('post', '/subscriptions/:subscriptionId/resume', {
    summary: '恢复订阅 Resume a subscription',
    scope,
    permits: owners,
    params,
    returns: item(Subscription),
    fails: [SubscriptionUnknown],
  }),

  rotateSecret: operation('post', '/subscriptions/:subscriptionId/secret', {
    summary: '更换签名密钥 Rotate the signing secret of a subscription',
    description: '在重叠期内每次投递带新旧两个签名。 During the overlap every delivery carries two signatures.',
    scope,
    permits: owners,
    params,
    body: z.strictObject({
      overlapHours: z
        .int()
        .min(0)
        .max(24 * 7)
        .default(24)
        .describe('新旧密钥同时有效的小时数 hours for which the old secret signs too'),
    }),
    returns: value(RotatedSecret),
    fails: [SubscriptionUnknown],
  }),

  pingSubscription: operation('post', '/subscriptions/:subscriptionId/ping', {
    summary: '测试投递 Ping the address of a subscription',
    description:
      '立即投递一个签名的测试事件并答复结果；成功则等待中的投递随即重试。 Delivers a signed test event at once and answers what came of it; when that succeeds, what waits is tried at once.',
    scope,
    permits: owners,
    params,
    returns: value(PingResult),
    fails: [SubscriptionUnknown],
  }),

  deliveries: operation('get', '/subscriptions/:subscriptionId/deliveries', {
    summary: '投递记录 Read the delivery log of a subscription',
    description: '已送达的保留 30 天，死信保留 90 天。 What was delivered is kept 30 days, dead letters 90.',
    scope,
    permits: readers,
    params,
    query: z.object({
      state: DeliveryState.optional(),
      event: Id.optional().describe('事件标识 id of the event'),
      ...paging,
    }),
    returns: page(Delivery),
    fails: [SubscriptionUnknown],
  }),

  redeliver: operation('post', '/subscriptions/:subscriptionId/redeliveries', {
    summary: '重新投递 Redeliver events of a subscription',
    description:
      '一个事件，或一段位置，或一段时间；先于新的事实按序投递，webhook-id 不变。 One event, or a range of positions, or of times; delivered in order before what is new, under the same webhook-id.',
    scope,
    permits: owners,
    creates: true,
    params,
    body: z
      .strictObject({
        event: Id.describe('事件标识 id of one event'),
        from: position.describe('起始位置（含） first position'),
        to: position.describe('结束位置（含），缺省为当前 last position; the present one unless said'),
        since: InstantInput.describe('起始时间（含） first moment'),
        until: InstantInput.describe('结束时间（不含），缺省为当前 the moment to end before; now unless said'),
      })
      .partial(),
    returns: value(Redelivery),
    fails: [SubscriptionUnknown, DeliveryUnknown, RedeliveryUnclear, RedeliveriesTooMany],
  }),

  deadLetters: operation('get', '/subscriptions/:subscriptionId/dead-letters', {
    summary: '死信列表 List the dead letters of a subscription',
    scope,
    permits: readers,
    params,
    query: z.object({ ...paging }),
    returns: page(Delivery),
    fails: [SubscriptionUnknown],
  }),

  redriveDeadLetters: operation('post', '/subscriptions/:subscriptionId/dead-letters/redrive', {
    summary: '重投死信 Redrive the dead letters of a subscription',
    description: '全部死信按序再投一次。 All of them are delivered once more, in order.',
    scope,
    permits: owners,
    creates: true,
    params,
    returns: value(Redelivery),
    fails: [SubscriptionUnknown, RedeliveriesTooMany],
  }),
});
