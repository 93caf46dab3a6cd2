import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { administrators } from '../roles.js';
import { Id, page, paging, text, value } from '../shapes/shapes.js';
import { SecondFactorStanding } from './second-factors.js';
import { SignInRefused } from './internal.js';
import { OrganisationUnknown } from './organisations.js';
import { PasswordWeak } from './people.js';
import { PersonByPhone, PhoneInvalid, TextCodeRefused, TextMessage, TextMessageState, TextMessageTooOften } from './text-messages.js';

export const textMessageOperations = {
  textMessages: operation('get', '/organisations/:organisationId/text-messages', {
    summary: '短信投递记录 List the deliveries of text messages',
    description: '本组织及下级人员的短信，最新在前；不含短信内容。 Messages to people here and below, newest first; without their text.',
    scope: 'identity.read',
    permits: [...administrators, 'securityAdmin'],
    params: z.object({ organisationId: Id.describe('组织标识 id of the organisation') }),
    query: z.object({ state: TextMessageState.optional(), ...paging }),
    returns: page(TextMessage),
    fails: [OrganisationUnknown],
  }),

  waysOfSigningIn: operation('post', '/internal/ways-of-signing-in', {
    summary: '开通的登录方式 Ways of signing in that are open',
    internal: true,
    permits: ['service'],
    returns: value(z.object({ ways: z.array(z.enum(['password', 'textMessage', 'classCode'])) })),
  }),

  sendTextCode: operation('post', '/internal/text-code/send', {
    summary: '发送短信验证码 Send a code by text message',
    internal: true,
    permits: ['service'],
    body: z.strictObject({ phone: text(30), purpose: TextMessage.shape.purpose, address: text(100).optional() }),
    /** The same whether or not anybody has this phone. */
    returns: value(z.object({ challenge: Id, seconds: z.int() })),
    fails: [PhoneInvalid, TextMessageTooOften],
  }),

  proveTextCode: operation('post', '/internal/text-code/prove', {
    summary: '核验短信验证码 Check a code sent by text message',
    internal: true,
    permits: ['service'],
    body: z.strictObject({ challenge: Id, code: text(20) }),
    returns: value(z.object({ people: z.array(PersonByPhone) })),
    fails: [TextCodeRefused],
  }),

  /** Who signs in by a proven phone; a person whom it does not speak for is refused. */
  signInByPhone: operation('post', '/internal/sign-in-by-phone', {
    summary: '以手机登录 Sign in by a proven phone',
    internal: true,
    permits: ['service'],
    body: z.strictObject({ challenge: Id, person: Id, purpose: TextMessage.shape.purpose }),
    returns: value(z.object({ person: Id, name: z.string(), username: z.string().nullable(), secondFactor: SecondFactorStanding })),
    fails: [TextCodeRefused],
  }),

  setPasswordByPhone: operation('post', '/internal/set-password-by-phone', {
    summary: '凭短信验证码重设密码 Set a new password by a text message',
    internal: true,
    permits: ['service'],
    body: z.strictObject({ challenge: Id, person: Id, next: text(1000) }),
    fails: [TextCodeRefused, SignInRefused, PasswordWeak],
  }),
};
