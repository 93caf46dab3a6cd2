import { z } from 'zod';
import { LifeCycle } from '../life-cycle.js';
import { facts } from '../machinery/event.js';
import { refusal } from '../machinery/refusal.js';
import { Id, Instant, itemShape, moves, text } from '../shapes/shapes.js';

/** 使用中 ⇄ 暂停; an endpoint that answers 410 is switched off until somebody resumes it. */
export const subscriptionLife = new LifeCycle<'active' | 'paused' | 'disabled', 'pause' | 'resume'>({
  pause: { from: ['active'], to: 'paused' },
  resume: { from: ['paused', 'disabled'], to: 'active' },
});
export const SubscriptionState = z
  .enum(['active', 'paused', 'disabled'])
  .describe('状态：使用中、暂停、停用（对方答复 410） state; disabled once the endpoint answered 410');

/** A type of fact, or all types that begin alike: `cn.lianxue.resources.resource.*`, `cn.lianxue.identity.*`. */
export const TypePattern = z
  .string()
  .max(120)
  .regex(/^cn\.lianxue(\.[a-z][A-Za-z_]*){0,2}\.([a-z][A-Za-z_]*|\*)$/)
  .describe('事实类型，末段可用 * a type of fact; its last word may be *');

export const Subscription = z
  .object({
    ...itemShape,
    client: z.string().describe('应用标识 OAuth client id of the app that listens'),
    organisation: Id.describe('提供单位 the vendor or bureau that provides the app'),
    url: z.string().describe('接收地址 where deliveries go'),
    types: z.array(TypePattern).describe('订阅的事实类型 types of fact it hears'),
    below: Id.nullable().describe(
      '只含该组织及其下级；空为全部可见组织 only this organisation and what lies below; null for all it may see',
    ),
    note: z.string().nullable().describe('备注 note'),
    state: SubscriptionState,
    moves: moves(['pause', 'resume']),
    failingSince: Instant.nullable().describe('连续失败开始时间 since when every attempt failed; null while all is well'),
    nextAttemptAt: Instant.nullable().describe('下次尝试时间 when the next attempt is made; null while nothing waits for one'),
    position: z.int().describe('已处理到的变更流位置 position of the feed it has dealt with'),
    waiting: z.int().describe('其后的变更流条数，含不匹配者 positions of the feed behind that, also those that do not match'),
  })
  .meta({ id: 'Subscription' });

const secret = z.string().describe('签名密钥 whsec_…，只显示一次 signing secret as in Standard Webhooks, shown once');

export const SubscriptionWithSecret = Subscription.extend({ secret }).meta({ id: 'SubscriptionWithSecret' });

export const RotatedSecret = z
  .object({
    id: Id.describe('订阅标识 id of the subscription'),
    secret,
    previousUntil: Instant.describe('此前新旧密钥同时签名 until then deliveries carry a signature by each of both secrets'),
  })
  .meta({ id: 'RotatedSecret' });

/** Why an attempt failed, for programs; an HTTP status alone says `status`. */
export const DeliveryError = z
  .enum(['status', 'timeout', 'connection', 'dns', 'tls', 'address_refused'])
  .describe(
    '失败原因：状态码、超时、连接、域名、证书、地址不允许 why it failed: the status, a timeout, the connection, the name, the certificate, an address not allowed',
  );
const answered = {
  status: z.int().nullable().describe('对方答复的 HTTP 状态 HTTP status of the answer; null without one'),
  error: DeliveryError.nullable(),
};

export const PingResult = z
  .object({
    delivered: z.boolean().describe('是否收到 2xx whether the endpoint answered 2xx'),
    ...answered,
    milliseconds: z.int().describe('用时（毫秒） how long it took'),
    event: Id.describe('事件标识，即 webhook-id id of the event, its webhook-id'),
  })
  .meta({ id: 'PingResult' });

export const DeliveryState = z
  .enum(['delivered', 'failing', 'dead', 'failed'])
  .describe('投递结果：已送达、重试中、死信、测试未达 outcome: delivered, being retried, a dead letter, a ping that failed');
export const Delivery = z
  .object({
    id: Id.describe('投递标识 id'),
    event: Id.describe('事件标识，即 webhook-id id of the event, its webhook-id'),
    type: z.string().describe('事实类型 type of the fact'),
    position: z.int().nullable().describe('变更流位置；测试投递为空 position in the feed; null for a ping'),
    state: DeliveryState,
    attempts: z.int().describe('尝试次数 attempts'),
    ...answered,
    firstAt: Instant.describe('首次尝试时间 first attempt'),
    lastAt: Instant.describe('最近尝试时间 latest attempt'),
  })
  .meta({ id: 'Delivery' });

/** Deliveries to make once more, as many as fit between two positions of the feed. */
export const Redelivery = z
  .object({
    id: Id.describe('重新投递标识 id'),
    after: z.int().describe('从该位置之后 after this position'),
    until: z.int().describe('至该位置为止 up to and with this position'),
    deadOnly: z.boolean().describe('只含死信 dead letters only'),
  })
  .meta({ id: 'Redelivery' });

export const subscriptionInput = {
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .describe('接收地址，须为 https where deliveries go; https'),
  types: z.array(TypePattern).min(1).max(50).describe('订阅的事实类型 types of fact to hear'),
  below: Id.nullable().describe('只含该组织及其下级 only this organisation and what lies below'),
  note: text(200).nullable().describe('备注 note'),
};

export const Ping = z
  .object({ subscription: Id.describe('订阅标识 id of the subscription'), note: z.string().describe('说明 a greeting') })
  .meta({ id: 'Ping' });

/** What a subscriber hears when it asks whether it can be heard. */
export const pingFacts = facts('subscriptions', 'subscription', Ping, { pinged: '测试投递 A test delivery was asked for' });

export const SubscriptionUnknown = refusal('subscription.unknown', 404, { zh: '找不到该订阅', en: 'No such subscription' });
export const SubscriptionsTooMany = refusal(
  'subscription.too_many',
  409,
  { zh: '一个应用至多 {most} 个订阅', en: 'An app has at most {most} subscriptions' },
  z.strictObject({ most: z.int() }),
);
export const SubscriptionTypeUnknown = refusal(
  'subscription.type_unknown',
  422,
  { zh: '没有这样的事实类型：{types}', en: 'There are no such types of fact: {types}' },
  z.strictObject({ types: z.array(z.string()) }),
);
export const SubscriptionUrlRefused = refusal('subscription.url_refused', 422, {
  zh: '接收地址须为公网 https 地址，不含用户名、密码与片段',
  en: 'Deliveries go to a public https address without user, password or fragment',
});
export const SubscriptionClientRefused = refusal('subscription.client_refused', 409, {
  zh: '应用只能为自己订阅',
  en: 'An app subscribes for itself',
});
export const DeliveryUnknown = refusal('subscription.delivery_unknown', 404, {
  zh: '投递记录中没有该事件',
  en: 'The delivery log holds no such event',
});
export const RedeliveryUnclear = refusal('subscription.redelivery_unclear', 422, {
  zh: '请给出 event，或 from（to），或 since（until）',
  en: 'Say event, or from (and to), or since (and until)',
});
export const RedeliveriesTooMany = refusal(
  'subscription.redeliveries_too_many',
  409,
  { zh: '至多 {most} 个重新投递同时进行', en: 'At most {most} redeliveries wait at once' },
  z.strictObject({ most: z.int() }),
);
