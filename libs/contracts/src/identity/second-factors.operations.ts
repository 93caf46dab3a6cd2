import { z } from 'zod';
import { operation } from '../machinery/operation.js';
import { administrators, postRoles } from '../roles.js';
import { text, value } from '../shapes/shapes.js';
import { Id } from '../shapes/shapes.js';
import { SignInLocked, SubjectUnknown } from './internal.js';
import { PersonBeyondReach, PersonClosed, PersonId, PersonMerged, PersonUnknown, PostNotGrantable } from './people.js';
import { MySecondFactor, SecondFactorHeld, SecondFactorOwn, SecondFactorRefused, SecondFactorUnknown } from './second-factors.js';

export const secondFactorOperations = {
  mySecondFactor: operation('get', '/me/second-factor', {
    summary: '我的动态口令 Read how my second factor stands',
    description:
      '启用：登录时在请求中加入 acr_values=urn:lianxue:acr:two-factors。 It is set up while signing in: the app asks with acr_values=urn:lianxue:acr:two-factors.',
    scope: 'identity.read',
    permits: postRoles,
    returns: value(MySecondFactor),
  }),

  resetSecondFactor: operation('post', '/people/:personId/second-factor/reset', {
    summary: '重置动态口令 Reset a second factor',
    description:
      '手机遗失时由上级管理员办理；已有登录立即失效，下次登录重新启用。 For a lost phone, by an administrator above; sign-ins end at once, the next one sets it up anew.',
    scope: 'identity.write',
    permits: administrators,
    params: z.object({ personId: PersonId }),
    fails: [PersonUnknown, PersonMerged, PersonClosed, SecondFactorUnknown, SecondFactorOwn, PostNotGrantable, PersonBeyondReach],
  }),

  beginSecondFactor: operation('post', '/internal/second-factor/begin', {
    summary: '开始启用动态口令 Begin to set up a second factor',
    internal: true,
    permits: ['service'],
    body: z.strictObject({ person: Id }),
    /** The address an authenticator app reads (`otpauth://totp/…`), and its secret for those who type. */
    returns: value(z.object({ address: z.string(), secret: z.string() })),
    fails: [SubjectUnknown, SecondFactorHeld],
  }),

  confirmSecondFactor: operation('post', '/internal/second-factor/confirm', {
    summary: '确认启用动态口令 Confirm a second factor by its first code',
    internal: true,
    permits: ['service'],
    body: z.strictObject({ person: Id, code: text(20) }),
    returns: value(z.object({ recoveryCodes: z.array(z.string()) })),
    fails: [SecondFactorRefused, SecondFactorHeld, SecondFactorUnknown],
  }),

  proveSecondFactor: operation('post', '/internal/second-factor/prove', {
    summary: '核验动态口令 Check a code of the second factor',
    internal: true,
    permits: ['service'],
    body: z.strictObject({ person: Id, code: text(20), address: text(100).optional() }),
    returns: value(z.object({ by: z.enum(['code', 'recoveryCode']), recoveryCodesLeft: z.int() })),
    fails: [SecondFactorRefused, SecondFactorUnknown, SignInLocked],
  }),
};
