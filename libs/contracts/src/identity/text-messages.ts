import { z } from 'zod';
import { refusal } from '../machinery/refusal.js';
import { Id, Instant } from '../shapes/shapes.js';

/** How far a text message came 投递状态. */
export const TextMessageState = z
  .enum(['waiting', 'sent', 'failed', 'expired'])
  .describe('投递状态：等待、已发出、失败、过期未发 how far it came');

/** A text message as its delivery is followed; the text itself is not kept. */
export const TextMessage = z
  .object({
    id: Id.describe('标识 id'),
    organisation: Id.describe('收信人所属组织 organisation of the receiver'),
    purpose: z.enum(['signIn', 'password']).describe('用途：登录或重设密码 what it is for: signing in, or a new password'),
    phone: z.string().describe('手机号码，脱敏 phone, masked'),
    state: TextMessageState,
    sender: z.string().nullable().describe('发送通道 the sender that took it'),
    reference: z.string().nullable().describe('通道回执号 the sender’s reference'),
    trouble: z.string().nullable().describe('失败原因 why it failed'),
    tries: z.int().describe('尝试次数 how often it was tried'),
    at: Instant.describe('要求时间 when it was asked for'),
    sentAt: Instant.nullable().describe('发出时间 when it was sent'),
  })
  .meta({ id: 'TextMessage' });

/** Persons one of whom a proven phone speaks for: families share one. */
export const PersonByPhone = z.object({
  person: Id,
  /** Enough for the family to tell them apart, too little for a stranger who got the number: `*明`. */
  name: z.string(),
  places: z.array(z.object({ role: z.string(), organisationName: z.string() })),
});

export const TextMessageTooOften = refusal(
  'text_message.too_often',
  429,
  { zh: '验证码发送过于频繁，请在 {retryAfter} 秒后再试', en: 'Codes are asked for too often; try again in {retryAfter} seconds' },
  z.strictObject({ retryAfter: z.int() }),
);
export const TextCodeRefused = refusal('text_code.refused', 401, {
  zh: '验证码不正确或已过期',
  en: 'The code is not right or has expired',
});
export const PhoneInvalid = refusal('phone.invalid', 422, { zh: '手机号码格式不正确', en: 'This is not a mobile number' });
